/** Signed notes, by which somebody outside can hold the service to what it said. Not: what is said in them. */
@Feature(
        name = "notary",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.notary;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
