/** Decisions in PostgreSQL, append-only. */
@NullMarked
package org.xinheng.decision.store;

import org.jspecify.annotations.NullMarked;
