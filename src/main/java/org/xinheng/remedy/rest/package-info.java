/** Remedies over HTTP: objections and credit restoration. */
@NullMarked
package org.xinheng.remedy.rest;

import org.jspecify.annotations.NullMarked;
