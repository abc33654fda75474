/** Use cases of feeds, one a class. */
@NullMarked
package org.xinheng.feed.service;

import org.jspecify.annotations.NullMarked;
