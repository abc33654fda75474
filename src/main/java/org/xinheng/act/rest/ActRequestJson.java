package org.xinheng.act.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActContent;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.catalogue.Gravity;
import org.xinheng.contract.OptionalFields;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/** A body that conforms to {@code ActRequest} of the contract, as the domain reads it. */
public final class ActRequestJson {
    private ActRequestJson() {}

    /**
     * The draft that a body is.
     *
     * @throws Refusal with what is not valid in the subject's number
     */
    public static ActDraft read(JsonNode body) {
        JsonNode subject = body.get("subject");
        String name = OptionalFields.text(subject, "name");
        String gravity = OptionalFields.text(body, "gravity");
        return new ActDraft(
                ActKind.valueOf(body.get("kind").textValue()),
                new ListingDraft.Party(
                        SubjectType.valueOf(subject.get("type").textValue()),
                        Identifier.parse(
                                IdentifierScheme.valueOf(subject.get("scheme").textValue()),
                                subject.get("identifier").textValue(),
                                "/subject/identifier"),
                        name == null ? null : new SubjectName(name)),
                body.get("documentNumber").textValue(),
                LocalDate.parse(body.get("decidedOn").textValue()),
                body.get("organ").textValue(),
                OptionalFields.text(body, "organCode"),
                OptionalFields.text(body, "category"),
                gravity == null ? null : Gravity.valueOf(gravity),
                body.path("simpleProcedure").asBoolean(false),
                OptionalFields.day(body, "validFrom"),
                OptionalFields.day(body, "validUntil"),
                OptionalFields.day(body, "publicUntil"),
                amount(body, "fineCny"),
                amount(body, "confiscatedCny"),
                OptionalFields.text(body, "region"),
                new ActContent(
                        OptionalFields.text(body, "documentTitle"),
                        OptionalFields.text(body, "legalRepresentative"),
                        OptionalFields.text(body, "violation"),
                        OptionalFields.text(body, "facts"),
                        OptionalFields.text(body, "basis"),
                        OptionalFields.text(body, "content"),
                        OptionalFields.text(body, "certificate"),
                        OptionalFields.text(body, "status"),
                        OptionalFields.text(body, "source"),
                        OptionalFields.text(body, "sourceCode"),
                        OptionalFields.text(body, "remarks")));
    }

    private static @Nullable BigDecimal amount(JsonNode node, String field) {
        JsonNode amount = node.path(field);
        return amount.isNumber() ? amount.decimalValue().setScale(2, java.math.RoundingMode.HALF_UP) : null;
    }
}
