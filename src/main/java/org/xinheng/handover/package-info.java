/** Own entries handed to partner regions under recognition agreements (互认交换). Not: taking theirs in. */
@Feature(
        name = "handover",
        mayUse = {"kernel", "catalogue", "subject", "listing", "caller", "audit"})
@NullMarked
package org.xinheng.handover;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
