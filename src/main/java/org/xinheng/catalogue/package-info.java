/** The registers and decision tables that policy staff own, as typed values. Not: whether a measure applies to somebody. */
@Feature(
        name = "catalogue",
        mayUse = {"kernel", "law"})
@NullMarked
package org.xinheng.catalogue;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
