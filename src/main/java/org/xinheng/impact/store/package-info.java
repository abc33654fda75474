/** Impacts in PostgreSQL, and the bulk reading they are counted over. */
@NullMarked
package org.xinheng.impact.store;

import org.jspecify.annotations.NullMarked;
