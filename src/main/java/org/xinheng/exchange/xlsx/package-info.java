/**
 * Spreadsheet files: what stands in their cells, read part by part, and the looks of those that are written. Hostile bytes
 * are refused before they unfold. Not: what a cell means.
 */
@NullMarked
package org.xinheng.exchange.xlsx;

import org.jspecify.annotations.NullMarked;
