/** Administrative acts that are made public twice (双公示): penalties and licences, and how soon. Not: lists. */
@Feature(
        name = "act",
        mayUse = {"kernel", "sql", "law", "catalogue", "subject", "listing", "caller", "secrecy", "audit", "idempotency"
        })
@NullMarked
package org.xinheng.act;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
