/**
 * The embedded database: a real PostgreSQL beside the JVM, for machines that have none. It keeps its files across
 * restarts and crashes; an outside database needs nothing of this package.
 */
@NullMarked
package org.xinheng.app.postgres;

import org.jspecify.annotations.NullMarked;
