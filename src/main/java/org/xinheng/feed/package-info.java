/** Feeds of lists (名单归集): files of entries in many forms, full or by change. Not: what an entry must be. */
@Feature(
        name = "feed",
        mayUse = {
            "kernel",
            "sql",
            "law",
            "catalogue",
            "subject",
            "listing",
            "act",
            "caller",
            "secrecy",
            "audit",
            "idempotency",
            "work"
        })
@NullMarked
package org.xinheng.feed;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
