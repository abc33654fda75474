/** The operator's commands of the jar. Each class parses its words and calls one use case. */
@NullMarked
package org.xinheng.app.command;

import org.jspecify.annotations.NullMarked;
