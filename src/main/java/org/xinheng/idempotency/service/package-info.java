/** One effect, one answer. */
@NullMarked
package org.xinheng.idempotency.service;

import org.jspecify.annotations.NullMarked;
