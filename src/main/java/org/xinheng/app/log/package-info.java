/** Wiring of the log: its keys, its name, and the thread that integrates it. */
@NullMarked
package org.xinheng.app.log;

import org.jspecify.annotations.NullMarked;
