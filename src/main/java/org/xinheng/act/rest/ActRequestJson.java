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
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.rest.PartyJson;

/** A body that conforms to {@code ActRequest} of the contract, as the domain reads it. */
public final class ActRequestJson {
    private ActRequestJson() {}

    /**
     * The draft that a body is.
     *
     * @throws Refusal with what is not valid in the subject's number
     */
    public static ActDraft read(JsonNode body) {
        String gravity = OptionalFields.text(body, "gravity");
        return new ActDraft(
                ActKind.valueOf(body.get("kind").textValue()),
                PartyJson.read(body.get("subject"), "/subject"),
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
