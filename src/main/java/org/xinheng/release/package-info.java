/** A release (发布版): the workbooks and rules of one content hash, and the days on which it is law in force. */
@Feature(
        name = "release",
        mayUse = {"kernel", "sql", "law", "catalogue", "caller", "audit", "idempotency", "work"})
@NullMarked
package org.xinheng.release;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
