/** What the benchmarks add to the service they run against: an endpoint to compare with, and many subjects. */
@NullMarked
package org.xinheng.bench.service;

import org.jspecify.annotations.NullMarked;
