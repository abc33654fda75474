package org.xinheng.catalogue.register;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that the workbooks at hand define for each other. */
public interface KnownWords {
    /** Codes of a register with their titles. */
    Map<String, String> codes(Register register);

    /** Whether all codes of the register could be read. */
    boolean complete(Register register);

    /** Codes of the rows of the same workbook; empty where they could not be read. */
    Optional<Set<String>> rows();

    /** The word that somebody probably meant. */
    Optional<String> nearest(String written, Map<String, String> titles);
}
