/** The gate that a draft passes: in this process, or in one of its own. */
@NullMarked
package org.xinheng.app.gate;

import org.jspecify.annotations.NullMarked;
