/** Remedies in PostgreSQL, append-only. */
@NullMarked
package org.xinheng.remedy.store;

import org.jspecify.annotations.NullMarked;
