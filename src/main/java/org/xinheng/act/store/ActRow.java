package org.xinheng.act.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/** A row of {@link ActSql#SELECT}, column by column. */
@SuppressWarnings("ArrayRecordComponent") // a carrier of one row; never compared
record ActRow(
        UUID id,
        String department,
        String region,
        String kind,
        String subjectType,
        String subjectScheme,
        String documentNumber,
        LocalDate decidedOn,
        String organ,
        @Nullable String organCode,
        @Nullable String category,
        @Nullable String gravity,
        boolean simpleProcedure,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicUntil,
        @Nullable BigDecimal fineCny,
        @Nullable BigDecimal confiscatedCny,
        UUID delivery,
        LocalDate dueOn,
        boolean calendarKnown,
        LocalDate recordedOn,
        Instant recordedAt,
        @Nullable String reminder,
        byte[] cipher,
        @Nullable LocalDate revokedOn,
        @Nullable String revocationReason,
        @Nullable String revokedBy) {
    Act act(ActsInPostgres.Personal personal) {
        return new Act(
                id,
                department,
                region,
                new ActDraft(
                        ActKind.valueOf(kind),
                        new ListingDraft.Party(
                                SubjectType.valueOf(subjectType),
                                new Identifier(IdentifierScheme.valueOf(subjectScheme), personal.identifier()),
                                personal.name() == null ? null : new SubjectName(personal.name())),
                        documentNumber,
                        decidedOn,
                        organ,
                        organCode,
                        category,
                        gravity == null ? null : Gravity.valueOf(gravity),
                        simpleProcedure,
                        validFrom,
                        validUntil,
                        publicUntil,
                        fineCny,
                        confiscatedCny,
                        region,
                        personal.content()),
                delivery,
                dueOn,
                calendarKnown,
                recordedOn,
                recordedAt,
                reminder,
                revokedOn == null || revocationReason == null || revokedBy == null
                        ? null
                        : new Act.Revocation(revokedOn, revocationReason, revokedBy));
    }
}
