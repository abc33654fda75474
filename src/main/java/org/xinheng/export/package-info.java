/** Tables that leave as files for a spreadsheet program (导出). Not: what stands in them. */
@Feature(
        name = "export",
        mayUse = {"kernel"})
@NullMarked
package org.xinheng.export;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
