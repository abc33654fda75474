/** The same request sent twice has one effect and one answer (幂等, S3). Not: what the request is about. */
@Feature(
        name = "idempotency",
        mayUse = {"kernel", "caller", "secrecy"})
@NullMarked
package org.xinheng.idempotency;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
