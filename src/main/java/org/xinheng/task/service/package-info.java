/** Use cases of tasks: one class each, one transaction each. */
@NullMarked
package org.xinheng.task.service;

import org.jspecify.annotations.NullMarked;
