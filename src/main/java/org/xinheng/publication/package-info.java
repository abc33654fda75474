/** What of the lists is published (公示): batches, and the measure list in force. Not: what agencies are told. */
@Feature(
        name = "publication",
        mayUse = {
            "kernel",
            "law",
            "catalogue",
            "release",
            "decision",
            "subject",
            "listing",
            "remedy",
            "caller",
            "audit",
            "idempotency",
            "export"
        })
@NullMarked
package org.xinheng.publication;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
