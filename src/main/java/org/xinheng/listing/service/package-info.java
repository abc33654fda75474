/** Use cases of listings: one class each, one transaction each. */
@NullMarked
package org.xinheng.listing.service;

import org.jspecify.annotations.NullMarked;
