/** Releases in PostgreSQL, kept for ever. */
@NullMarked
package org.xinheng.release.store;

import org.jspecify.annotations.NullMarked;
