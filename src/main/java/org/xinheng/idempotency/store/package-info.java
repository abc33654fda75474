/** Answers given under a key, in PostgreSQL. */
@NullMarked
package org.xinheng.idempotency.store;

import org.jspecify.annotations.NullMarked;
