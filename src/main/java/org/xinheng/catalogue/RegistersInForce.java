package org.xinheng.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Port: the registers and rows of the release in force today. */
public interface RegistersInForce {
    /** The registers by which entries are judged now. */
    Registers now();

    /** The rows in force now, in the order of the sheets. */
    List<MeasureRule> rulesNow();

    /** The registers in force now, then those of every other release that is, was or is to be law. */
    Stream<Registers> ever();

    /** The rows in force now, then those of every other release that is, was or is to be law. */
    Stream<MeasureRule> rulesEver();
}
