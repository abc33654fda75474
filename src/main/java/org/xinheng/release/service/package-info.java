/** Use cases of releases. */
@NullMarked
package org.xinheng.release.service;

import org.jspecify.annotations.NullMarked;
