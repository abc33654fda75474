/** Feedback in PostgreSQL, append-only. */
@NullMarked
package org.xinheng.feedback.store;

import org.jspecify.annotations.NullMarked;
