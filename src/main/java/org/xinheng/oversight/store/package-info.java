/** What decisions are searched by, in PostgreSQL. */
@NullMarked
package org.xinheng.oversight.store;

import org.jspecify.annotations.NullMarked;
