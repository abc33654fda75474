/** The log over HTTP. */
@NullMarked
package org.xinheng.audit.rest;

import org.jspecify.annotations.NullMarked;
