/** The thread that works on large feeds. */
@NullMarked
package org.xinheng.app.feed;

import org.jspecify.annotations.NullMarked;
