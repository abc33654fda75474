package org.xinheng.publication;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.LegalBasis;

/**
 * By which articles a list may be published on a day (公示依据): those that its row of the register names and that are in
 * force. Praise may rest on any of them; what blames is published by an article that somebody has read.
 */
public final class PublicationBasis {
    private PublicationBasis() {}

    /** The articles; none where the list may not be published. */
    public static List<LegalBasis> of(ListKind kind, Registers registers, LocalDate day) {
        List<LegalBasis> inForce = kind.publicationBases().stream()
                .map(code -> registers.legalBases().get(code))
                .filter(basis -> basis != null && basis.inForce().includes(day))
                .toList();
        boolean may = kind.polarity() == Polarity.RED
                ? !inForce.isEmpty()
                : inForce.stream().anyMatch(LegalBasis::verified);
        return may ? inForce : List.of();
    }
}
