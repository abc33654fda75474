/** What happens to a release from upload to withdrawal, and the state that follows. Not: what its draft says. */
@NullMarked
package org.xinheng.release.life;

import org.jspecify.annotations.NullMarked;
