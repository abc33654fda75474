/** What tests of several rooms stand on. */
@NullMarked
package org.xinheng.testing;

import org.jspecify.annotations.NullMarked;
