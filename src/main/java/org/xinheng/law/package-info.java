/** Statutes and other instruments: what an article can carry, where and when. Not: which measure follows from it. */
@Feature(
        name = "law",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.law;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
