package org.xinheng.act.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActContent;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.catalogue.Gravity;
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
        String name = text(subject, "name");
        String gravity = text(body, "gravity");
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
                text(body, "organCode"),
                text(body, "category"),
                gravity == null ? null : Gravity.valueOf(gravity),
                body.path("simpleProcedure").asBoolean(false),
                day(body, "validFrom"),
                day(body, "validUntil"),
                day(body, "publicUntil"),
                amount(body, "fineCny"),
                amount(body, "confiscatedCny"),
                text(body, "region"),
                new ActContent(
                        text(body, "documentTitle"),
                        text(body, "legalRepresentative"),
                        text(body, "violation"),
                        text(body, "facts"),
                        text(body, "basis"),
                        text(body, "content"),
                        text(body, "certificate"),
                        text(body, "status"),
                        text(body, "source"),
                        text(body, "sourceCode"),
                        text(body, "remarks")));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal amount(JsonNode node, String field) {
        JsonNode amount = node.path(field);
        return amount.isNumber() ? amount.decimalValue().setScale(2, java.math.RoundingMode.HALF_UP) : null;
    }
}
