/** Documents to be printed and handed to a court. The only room that knows a PDF library. */
@NullMarked
package org.xinheng.exchange.pdf;

import org.jspecify.annotations.NullMarked;
