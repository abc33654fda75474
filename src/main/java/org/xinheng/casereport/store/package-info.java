/** Case reports in PostgreSQL. */
@NullMarked
package org.xinheng.casereport.store;

import org.jspecify.annotations.NullMarked;
