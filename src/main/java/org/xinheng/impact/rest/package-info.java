/** {@code /v1/releases/{id}/impact}. */
@NullMarked
package org.xinheng.impact.rest;

import org.jspecify.annotations.NullMarked;
