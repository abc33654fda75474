/** Handing entries over by HTTP. */
@NullMarked
package org.xinheng.handover.rest;

import org.jspecify.annotations.NullMarked;
