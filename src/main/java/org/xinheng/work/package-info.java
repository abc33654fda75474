/**
 * Work beside the serving of requests: loops, announcements between nodes, and the one queue of jobs that all nodes share.
 * Not: what the work is.
 */
@Feature(
        name = "work",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.work;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
