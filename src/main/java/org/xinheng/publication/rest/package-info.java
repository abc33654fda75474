/** Publication over HTTP, with a key and without. */
@NullMarked
package org.xinheng.publication.rest;

import org.jspecify.annotations.NullMarked;
