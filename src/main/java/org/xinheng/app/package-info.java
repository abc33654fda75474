/** Floor 4: wiring, start-up, commands. Sees every room; nobody sees it. */
@NullMarked
package org.xinheng.app;

import org.jspecify.annotations.NullMarked;
