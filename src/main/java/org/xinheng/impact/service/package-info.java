/** Use cases of the impact of a draft. */
@NullMarked
package org.xinheng.impact.service;

import org.jspecify.annotations.NullMarked;
