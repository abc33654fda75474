/** The record of who did and read what. */
@Feature(
        name = "audit",
        mayUse = {"kernel", "caller"})
@NullMarked
package org.xinheng.audit;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
