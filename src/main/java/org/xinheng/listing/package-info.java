/** Listings (名单记录) and their dated events. Not: measures. */
@Feature(
        name = "listing",
        mayUse = {"kernel", "sql", "law", "catalogue", "subject", "caller", "secrecy", "audit", "idempotency"})
@NullMarked
package org.xinheng.listing;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
