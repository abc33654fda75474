/** Feeds in the background. */
@NullMarked
package org.xinheng.app.feed;

import org.jspecify.annotations.NullMarked;
