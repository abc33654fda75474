package org.xinheng.cases;

import java.util.List;

/** An answer, as far as a case can speak about it. */
public record Told(String outcome, boolean projection, List<Line> measures, List<Line> withheld) {}
