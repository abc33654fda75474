package org.xinheng.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/** A body that conforms to {@code DecisionRequest} of the contract, as the domain reads it. */
final class DecisionRequestJson {
    private DecisionRequestJson() {}

    static DecisionRequest read(JsonNode body) {
        JsonNode subject = body.get("subject");
        SubjectType type = SubjectType.valueOf(subject.get("type").textValue());
        Identifier identifier = Identifier.parse(
                type,
                IdentifierScheme.valueOf(subject.get("scheme").textValue()),
                "/subject/scheme",
                subject.get("identifier").textValue(),
                "/subject/identifier");
        String name = text(subject, "name");
        JsonNode item = body.path("matterItem");
        String asOf = text(body, "asOf");
        return new DecisionRequest(
                type,
                identifier,
                name == null ? null : new SubjectName(name),
                body.get("matter").textValue(),
                new MatterFacts(
                        text(item, "sector"),
                        text(item, "item"),
                        yesNo(item, "legallyRequiredTender"),
                        yesNo(item, "governmentInvested")),
                body.get("region").textValue(),
                body.get("purpose").textValue(),
                body.get("caseNumber").textValue(),
                asOf == null ? null : LocalDate.parse(asOf),
                text(body, "asOfReason"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable Boolean yesNo(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }
}
