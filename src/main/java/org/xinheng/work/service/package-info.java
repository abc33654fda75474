/** Does the jobs of the queue. */
@NullMarked
package org.xinheng.work.service;

import org.jspecify.annotations.NullMarked;
