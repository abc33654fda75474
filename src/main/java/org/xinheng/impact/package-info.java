/** What a draft release would change for those it reaches, counted before it is law (影响评估). */
@Feature(
        name = "impact",
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
            "work"
        })
@NullMarked
package org.xinheng.impact;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
