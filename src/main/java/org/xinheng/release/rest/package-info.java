/** {@code /v1/releases}. */
@NullMarked
package org.xinheng.release.rest;

import org.jspecify.annotations.NullMarked;
