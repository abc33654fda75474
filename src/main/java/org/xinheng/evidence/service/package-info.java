/** Use cases of evidence. */
@NullMarked
package org.xinheng.evidence.service;

import org.jspecify.annotations.NullMarked;
