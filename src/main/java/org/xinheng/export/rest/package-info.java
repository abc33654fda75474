/** The same answer as JSON or as a file, whichever the caller accepts. */
@NullMarked
package org.xinheng.export.rest;

import org.jspecify.annotations.NullMarked;
