/** What changed from one set of decision tables to the next (差异). Not: whether it is right, nor what it does to anybody. */
@Feature(
        name = "difference",
        mayUse = {"kernel", "catalogue", "release"})
@NullMarked
package org.xinheng.difference;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
