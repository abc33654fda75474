/** What the credit office counts (统计): by measure, list kind, agency, region and month. Never a figure about one subject. */
@Feature(
        name = "statistics",
        mayUse = {"kernel", "catalogue", "release", "decision", "caller", "audit", "export"})
@NullMarked
package org.xinheng.statistics;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
