/** {@code /v1/listings} and {@code /v1/listing-batches}, as JSON and as CSV. */
@NullMarked
package org.xinheng.listing.rest;

import org.jspecify.annotations.NullMarked;
