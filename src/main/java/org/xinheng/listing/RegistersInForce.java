package org.xinheng.listing;

import org.xinheng.catalogue.Registers;

/** Port: the registers of the release in force today. */
public interface RegistersInForce {
    /** The registers by which entries are judged now. */
    Registers now();
}
