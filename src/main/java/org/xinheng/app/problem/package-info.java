/** Every failure leaves as {@code application/problem+json} (RFC 9457), from whatever depth it comes. */
@NullMarked
package org.xinheng.app.problem;

import org.jspecify.annotations.NullMarked;
