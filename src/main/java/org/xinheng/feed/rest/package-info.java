/** Feeds in the words of the contract. */
@NullMarked
package org.xinheng.feed.rest;

import org.jspecify.annotations.NullMarked;
