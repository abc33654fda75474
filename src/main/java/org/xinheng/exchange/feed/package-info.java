/** Workbooks in which departments hand in their lists: row by row, and back with what is wrong marked on them. */
@NullMarked
package org.xinheng.exchange.feed;

import org.jspecify.annotations.NullMarked;
