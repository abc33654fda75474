/** Use cases of feedback. */
@NullMarked
package org.xinheng.feedback.service;

import org.jspecify.annotations.NullMarked;
