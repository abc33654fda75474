package org.xinheng.act.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActContent;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/** {@code Act} of the contract: a person is masked, and the free words of an act about a person are left out. */
record ActView(
        UUID id,
        ActKind kind,
        String department,
        String region,
        SubjectView subject,
        String documentNumber,
        LocalDate decidedOn,
        String organ,
        @Nullable String organCode,
        @Nullable String category,
        @Nullable Gravity gravity,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicUntil,
        @Nullable BigDecimal fineCny,
        @Nullable BigDecimal confiscatedCny,
        @Nullable ActContent content,
        LocalDate dueOn,
        boolean calendarKnown,
        LocalDate recordedOn,
        boolean late,
        @Nullable String restorationReminder,
        Act.@Nullable Revocation revocation,
        Instant recordedAt) {

    /** {@code ActSubject}. */
    record SubjectView(
            SubjectType type,
            IdentifierScheme scheme,
            String identifier,
            @Nullable String name) {}

    static ActView of(Act act) {
        ActDraft says = act.says();
        boolean person = says.subject().type() == SubjectType.PERSON;
        SubjectName name = says.subject().name();
        return new ActView(
                act.id(),
                says.kind(),
                act.department(),
                act.region(),
                new SubjectView(
                        says.subject().type(),
                        says.subject().identifier().scheme(),
                        says.subject().identifier().masked(),
                        name == null ? null : person ? name.masked() : name.value()),
                says.documentNumber(),
                says.decidedOn(),
                says.organ(),
                says.organCode(),
                says.category(),
                says.gravity(),
                says.validFrom(),
                says.validUntil(),
                says.publicUntil(),
                says.fineCny(),
                says.confiscatedCny(),
                person ? null : says.content(),
                act.dueOn(),
                act.calendarKnown(),
                act.recordedOn(),
                act.late(),
                act.reminder(),
                act.revocation(),
                act.recordedAt());
    }
}
