/** Brings tasks to the webhooks of agencies. */
@NullMarked
package org.xinheng.app.task;

import org.jspecify.annotations.NullMarked;
