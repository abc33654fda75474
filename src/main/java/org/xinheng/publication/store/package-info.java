/** Published batches in PostgreSQL. */
@NullMarked
package org.xinheng.publication.store;

import org.jspecify.annotations.NullMarked;
