/** What the tree of the log costs, without a database. */
@NullMarked
package org.xinheng.bench.log;

import org.jspecify.annotations.NullMarked;
