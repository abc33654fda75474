/** Feeds in PostgreSQL. */
@NullMarked
package org.xinheng.feed.store;

import org.jspecify.annotations.NullMarked;
