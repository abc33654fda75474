/** What an agency did with the measures of a decision (反馈). */
@Feature(
        name = "feedback",
        mayUse = {"kernel", "decision", "caller", "audit", "idempotency"})
@NullMarked
package org.xinheng.feedback;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
