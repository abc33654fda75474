/** Counting in PostgreSQL. */
@NullMarked
package org.xinheng.statistics.store;

import org.jspecify.annotations.NullMarked;
