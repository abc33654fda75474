/** Use cases of oversight. */
@NullMarked
package org.xinheng.oversight.service;

import org.jspecify.annotations.NullMarked;
