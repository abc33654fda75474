/**
 * Workbooks of policy staff: text mirror, spreadsheet file and typed content, and back. Not: what the law makes of a
 * row (see {@code release}).
 */
@NullMarked
package org.xinheng.exchange.workbook;

import org.jspecify.annotations.NullMarked;
