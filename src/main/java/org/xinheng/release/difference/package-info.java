/** What changed from one set of decision tables to the next (差异). Not: whether it is right, nor what it does to anybody. */
@NullMarked
package org.xinheng.release.difference;

import org.jspecify.annotations.NullMarked;
