/** Listings in PostgreSQL, bitemporal: entries and events are added, never changed. */
@NullMarked
package org.xinheng.listing.store;

import org.jspecify.annotations.NullMarked;
