/** What the tree of the log costs, without a database. */
package org.xinheng.bench.log;
