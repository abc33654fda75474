package org.xinheng.act;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/**
 * An act as a department hands it in, well-formed but not yet judged.
 *
 * @param organ as printed, not compared with the caller
 * @param category kind of penalty or licence, as the field set has it
 * @param gravity grade by the order on restoration, null where the department does not say
 * @param simpleProcedure whether it was made by the simple procedure (简易程序)
 * @param region GB/T 2260 code, null for the department's own
 */
public record ActDraft(
        ActKind kind,
        ListingDraft.Party subject,
        String documentNumber,
        LocalDate decidedOn,
        String organ,
        @Nullable String organCode,
        @Nullable String category,
        @Nullable Gravity gravity,
        boolean simpleProcedure,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicUntil,
        @Nullable BigDecimal fineCny,
        @Nullable BigDecimal confiscatedCny,
        @Nullable String region,
        ActContent content) {
    /**
     * Whether both say the same, however amounts and names are written.
     *
     * @param region of the department, which holds where a draft names none
     */
    public boolean saysTheSameAs(ActDraft other, String region) {
        return plain(region).equals(other.plain(region)) && namedAlike(other.subject());
    }

    private boolean namedAlike(ListingDraft.Party other) {
        SubjectName here = subject.name();
        SubjectName there = other.name();
        return here == null ? there == null : there != null && here.sameAs(there);
    }

    private ActDraft plain(String ofTheDepartment) {
        return new ActDraft(
                kind,
                new ListingDraft.Party(subject.type(), subject.identifier(), null),
                documentNumber,
                decidedOn,
                organ,
                organCode,
                category,
                gravity,
                simpleProcedure,
                validFrom,
                validUntil,
                publicUntil,
                fineCny == null ? null : fineCny.stripTrailingZeros(),
                confiscatedCny == null ? null : confiscatedCny.stripTrailingZeros(),
                region == null ? ofTheDepartment : region,
                content);
    }
}
