/** The style of the project, held by tests (after TigerBeetle's {@code tidy}): names, words, punctuation, lists in documents. */
@NullMarked
package org.xinheng.tidy;

import org.jspecify.annotations.NullMarked;
