/** Use cases of statistics. */
@NullMarked
package org.xinheng.statistics.service;

import org.jspecify.annotations.NullMarked;
