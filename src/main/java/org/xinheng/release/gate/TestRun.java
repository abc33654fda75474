package org.xinheng.release.gate;

import java.util.List;
import org.xinheng.release.TableTest;

/** Port: runs a case of a sheet 测试 against the rows of a release. */
@FunctionalInterface
public interface TestRun {
    /** What came out otherwise than the case expects; empty when it passes. */
    List<Mismatch> run(TableTest test);

    /**
     * A difference between what a case expects and what came out.
     *
     * @param heading the column of the expectation
     */
    record Mismatch(String heading, String expected, String found) {}
}
