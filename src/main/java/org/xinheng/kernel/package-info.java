/** Floor 0: values every room speaks of. JDK and JSpecify only. */
@Feature(
        name = "kernel",
        mayUse = {})
@NullMarked
package org.xinheng.kernel;

import org.jspecify.annotations.NullMarked;
