/** The header {@code Idempotency-Key} at the door. */
@NullMarked
package org.xinheng.idempotency.rest;

import org.jspecify.annotations.NullMarked;
