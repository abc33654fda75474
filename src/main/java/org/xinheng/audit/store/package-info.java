/** The record in PostgreSQL. */
@NullMarked
package org.xinheng.audit.store;

import org.jspecify.annotations.NullMarked;
