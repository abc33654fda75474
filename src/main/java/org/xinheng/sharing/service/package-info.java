/** Use cases of sharing. */
@NullMarked
package org.xinheng.sharing.service;

import org.jspecify.annotations.NullMarked;
