/** Decides past decisions again and compares (重演). */
@NullMarked
package org.xinheng.decision.replay;

import org.jspecify.annotations.NullMarked;
