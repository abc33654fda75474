package org.xinheng.catalogue;

import java.util.List;

/** Port: the registers and rows of the release in force today. */
public interface RegistersInForce {
    /** The registers by which entries are judged now. */
    Registers now();

    /** The rows in force now, in the order of the sheets. */
    List<MeasureRule> rulesNow();
}
