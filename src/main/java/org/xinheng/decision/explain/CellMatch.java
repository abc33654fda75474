package org.xinheng.decision.explain;

import org.xinheng.catalogue.Registers;
import org.xinheng.decision.Trace;

/** How a condition cell stands to what was known. */
public enum CellMatch {
    MATCHED,
    FAILED,
    /** Nobody said: it may agree, and is asked for before the measure is applied. */
    NOT_GIVEN,
    /** The measure of a list rests on its row alone: the articles of the designation are not asked for. */
    NOT_COMPARED;

    /**
     * How a cell of a row that fired stands: it agrees, but where nobody gave the fact or nothing was compared.
     *
     * @param listKind kind of the listing on which it fired
     */
    public static CellMatch ofFired(Trace.Condition cell, String listKind, Registers registers) {
        return switch (cell.column()) {
            case SECTOR, ITEM, LEGALLY_REQUIRED_TENDER, GOVERNMENT_INVESTED ->
                cell.met().isEmpty() ? NOT_GIVEN : MATCHED;
            case LEGAL_BASIS -> CellAgreement.comparesArticles(listKind, registers) ? MATCHED : NOT_COMPARED;
            default -> MATCHED;
        };
    }
}
