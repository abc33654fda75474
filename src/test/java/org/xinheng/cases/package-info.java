/** The cases that were written by hand from the statutes (判例), and those who run them. */
@NullMarked
package org.xinheng.cases;

import org.jspecify.annotations.NullMarked;
