/** Tasks in PostgreSQL. */
@NullMarked
package org.xinheng.task.store;

import org.jspecify.annotations.NullMarked;
