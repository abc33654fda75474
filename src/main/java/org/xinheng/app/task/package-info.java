/** Makes tasks in the background and brings them to agencies. */
@NullMarked
package org.xinheng.app.task;

import org.jspecify.annotations.NullMarked;
