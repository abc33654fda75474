/** Keeps decisions searchable in the background. */
@NullMarked
package org.xinheng.app.oversight;

import org.jspecify.annotations.NullMarked;
