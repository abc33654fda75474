/** Tables that people open in a spreadsheet program. */
@NullMarked
package org.xinheng.exchange.table;

import org.jspecify.annotations.NullMarked;
