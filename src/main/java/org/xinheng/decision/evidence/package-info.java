/** Everything that proves one decision, in one document (证据). */
@NullMarked
package org.xinheng.decision.evidence;

import org.jspecify.annotations.NullMarked;
