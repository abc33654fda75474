/** The gate (发布检查): reads a draft, checks what its cells mean, and reports findings. Not: the life of a release. */
@NullMarked
package org.xinheng.release.gate;

import org.jspecify.annotations.NullMarked;
