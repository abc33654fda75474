/** Case reports of joint reward and punishment (联合奖惩案例), made from feedback and reviewed. Not: statistics. */
@Feature(
        name = "casereport",
        mayUse = {
            "kernel",
            "catalogue",
            "subject",
            "listing",
            "decision",
            "caller",
            "secrecy",
            "audit",
            "idempotency",
            "export"
        })
@NullMarked
package org.xinheng.casereport;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
