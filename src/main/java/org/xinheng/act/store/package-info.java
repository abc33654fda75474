/** Acts in PostgreSQL. */
@NullMarked
package org.xinheng.act.store;

import org.jspecify.annotations.NullMarked;
