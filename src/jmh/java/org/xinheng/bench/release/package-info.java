/** Releases of many rows: made from the workbooks of the repository, and taken through gate and compiler. */
@NullMarked
package org.xinheng.bench.release;

import org.jspecify.annotations.NullMarked;
