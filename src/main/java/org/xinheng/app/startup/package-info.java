/** What stands before the service may start, and the sentences with which it refuses to. */
@NullMarked
package org.xinheng.app.startup;

import org.jspecify.annotations.NullMarked;
