/** Own entries shared with partner regions under recognition agreements (互认交换). Not: entering theirs. */
@Feature(
        name = "sharing",
        mayUse = {"kernel", "catalogue", "subject", "listing", "caller", "audit"})
@NullMarked
package org.xinheng.sharing;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
