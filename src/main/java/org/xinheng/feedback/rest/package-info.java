/** Feedback over HTTP. */
@NullMarked
package org.xinheng.feedback.rest;

import org.jspecify.annotations.NullMarked;
