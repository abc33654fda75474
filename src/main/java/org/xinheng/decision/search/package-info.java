/** Finds decisions by what they say and by what they rest on (检索). */
@NullMarked
package org.xinheng.decision.search;

import org.jspecify.annotations.NullMarked;
