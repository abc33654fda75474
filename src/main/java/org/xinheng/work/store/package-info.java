/** The queue of jobs and the announcements between nodes in PostgreSQL. */
@NullMarked
package org.xinheng.work.store;

import org.jspecify.annotations.NullMarked;
