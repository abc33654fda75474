/** Use cases of differences. */
@NullMarked
package org.xinheng.difference.service;

import org.jspecify.annotations.NullMarked;
