/** Statements, conditions and JSON, for every store. */
@NullMarked
package org.xinheng.sql.store;

import org.jspecify.annotations.NullMarked;
