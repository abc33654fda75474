/** Tasks over HTTP. */
@NullMarked
package org.xinheng.task.rest;

import org.jspecify.annotations.NullMarked;
