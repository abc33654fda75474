/** Wiring of the law: which release is in force, and how the first one comes into an empty database. */
@NullMarked
package org.xinheng.app.law;

import org.jspecify.annotations.NullMarked;
