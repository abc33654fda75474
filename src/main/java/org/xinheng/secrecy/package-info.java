/** What is kept of persons is encrypted, and found by a keyed hash (L8). */
@Feature(
        name = "secrecy",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.secrecy;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
