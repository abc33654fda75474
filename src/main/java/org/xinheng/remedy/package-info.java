/** Remedies of a subject (权利救济): objections to entries, and credit restoration. Not: what a measure is. */
@Feature(
        name = "remedy",
        mayUse = {
            "kernel",
            "sql",
            "law",
            "catalogue",
            "release",
            "subject",
            "listing",
            "decision",
            "caller",
            "secrecy",
            "audit",
            "idempotency"
        })
@NullMarked
package org.xinheng.remedy;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
