/** Columns, cells and rows of a decision table as they stand in the workbook. */
@NullMarked
package org.xinheng.catalogue.table;

import org.jspecify.annotations.NullMarked;
