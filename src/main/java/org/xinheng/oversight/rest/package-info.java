/** Oversight over HTTP, as JSON, CSV or XLSX. */
@NullMarked
package org.xinheng.oversight.rest;

import org.jspecify.annotations.NullMarked;
