/** Case reports over HTTP. */
@NullMarked
package org.xinheng.casereport.rest;

import org.jspecify.annotations.NullMarked;
