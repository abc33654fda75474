/** {@code /v1/releases/{id}/diff}. */
@NullMarked
package org.xinheng.difference.rest;

import org.jspecify.annotations.NullMarked;
