/** Changes to be handed over, in PostgreSQL. */
@NullMarked
package org.xinheng.handover.store;

import org.jspecify.annotations.NullMarked;
