/** Subjects in PostgreSQL. */
@NullMarked
package org.xinheng.subject.store;

import org.jspecify.annotations.NullMarked;
