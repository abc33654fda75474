/** Bearer keys in PostgreSQL. */
@NullMarked
package org.xinheng.caller.store;

import org.jspecify.annotations.NullMarked;
