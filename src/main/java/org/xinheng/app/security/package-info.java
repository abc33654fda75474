/** Who calls, and whether that role may: bearer keys (RFC 6750) and the matrix of endpoints and roles. */
@NullMarked
package org.xinheng.app.security;

import org.jspecify.annotations.NullMarked;
