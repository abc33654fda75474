/** Evidence over HTTP, as PDF or JSON. */
@NullMarked
package org.xinheng.evidence.rest;

import org.jspecify.annotations.NullMarked;
