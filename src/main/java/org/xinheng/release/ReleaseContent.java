package org.xinheng.release;

import java.util.List;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;

/** What the workbooks of a release say, read and typed: registers, rows in the order of the sheets, test cases. */
public record ReleaseContent(Registers registers, List<MeasureRule> rules, List<TableTest> tests) {}
