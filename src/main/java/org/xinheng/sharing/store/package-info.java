/** Changes to share, in PostgreSQL. */
@NullMarked
package org.xinheng.sharing.store;

import org.jspecify.annotations.NullMarked;
