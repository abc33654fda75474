package org.xinheng.cases;

import java.util.List;

/** An answer, as far as a case can speak about it. */
public record CaseAnswer(String outcome, boolean projection, List<Line> measures, List<Line> withheld) {}
