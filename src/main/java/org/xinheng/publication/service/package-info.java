/** Use cases of publication. */
@NullMarked
package org.xinheng.publication.service;

import org.jspecify.annotations.NullMarked;
