/** Which measures the law attaches to a subject in one matter, and why. */
@Feature(
        name = "decision",
        mayUse = {
            "kernel",
            "sql",
            "law",
            "catalogue",
            "release",
            "subject",
            "listing",
            "caller",
            "secrecy",
            "notary",
            "audit",
            "idempotency",
            "export"
        })
@NullMarked
package org.xinheng.decision;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
