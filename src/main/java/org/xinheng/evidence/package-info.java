/** Everything that proves one decision, in one document. */
@Feature(
        name = "evidence",
        mayUse = {"kernel", "law", "catalogue", "release", "subject", "listing", "caller", "notary", "audit", "decision"
        })
@NullMarked
package org.xinheng.evidence;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
