/** Benchmarks, built by {@code -Pbench} alone; {@code src/docs/performance.md} tells how to run them and what they said. */
@NullMarked
package org.xinheng.bench;

import org.jspecify.annotations.NullMarked;
