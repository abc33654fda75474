/** What auditors ask of all decisions together: which, how often, and which are touched by a change. */
@Feature(
        name = "oversight",
        mayUse = {"kernel", "law", "catalogue", "release", "listing", "caller", "secrecy", "audit", "decision", "export"
        })
@NullMarked
package org.xinheng.oversight;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
