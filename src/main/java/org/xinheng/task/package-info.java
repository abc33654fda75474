/** What a change of a listing asks of agencies (协同任务): to apply measures, to lift them, and what they did. */
@Feature(
        name = "task",
        mayUse = {
            "kernel",
            "sql",
            "law",
            "catalogue",
            "subject",
            "listing",
            "release",
            "decision",
            "caller",
            "secrecy",
            "audit",
            "idempotency",
            "work"
        })
@NullMarked
package org.xinheng.task;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
