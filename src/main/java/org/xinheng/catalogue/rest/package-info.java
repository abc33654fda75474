/** {@code /v1/registers}. */
@NullMarked
package org.xinheng.catalogue.rest;

import org.jspecify.annotations.NullMarked;
