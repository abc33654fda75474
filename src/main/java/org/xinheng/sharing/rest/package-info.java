/** Sharing by HTTP. */
@NullMarked
package org.xinheng.sharing.rest;

import org.jspecify.annotations.NullMarked;
