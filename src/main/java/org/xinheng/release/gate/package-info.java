/** The gate (发布检查): what was read of a draft, and the findings of its checks. Not: the life of a release. */
@NullMarked
package org.xinheng.release.gate;

import org.jspecify.annotations.NullMarked;
