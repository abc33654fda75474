/** Statistics over HTTP. */
@NullMarked
package org.xinheng.statistics.rest;

import org.jspecify.annotations.NullMarked;
