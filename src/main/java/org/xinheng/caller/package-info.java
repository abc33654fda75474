/** Who calls: bearer keys, departments, roles. */
@Feature(
        name = "caller",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.caller;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
