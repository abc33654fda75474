/** Use cases of acts, one a class. */
@NullMarked
package org.xinheng.act.service;

import org.jspecify.annotations.NullMarked;
