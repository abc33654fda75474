/** Wiring of the log: its keys and its name. */
@NullMarked
package org.xinheng.app.log;

import org.jspecify.annotations.NullMarked;
