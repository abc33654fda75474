package org.xinheng.listing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.contract.OptionalFields;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.ListingDraft;

/** A body that conforms to {@code ListingRequest} of the contract, as the domain reads it. */
public final class ListingRequestJson {
    private final List<Fault> faults = new ArrayList<>();

    private ListingRequestJson() {}

    /**
     * The draft that a body is.
     *
     * @throws Refusal with every number that is not valid by its scheme and every period that ends before it begins
     */
    public static ListingDraft read(JsonNode body) {
        ListingRequestJson reading = new ListingRequestJson();
        ListingDraft.Party subject = reading.party(body.get("subject"), "/subject");
        EffectivePeriod decidedTerm = reading.period(body.path("decidedTerm"));
        List<ListingDraft.NamedPerson> persons = reading.persons(body.path("responsiblePersons"));
        if (subject == null || !reading.faults.isEmpty()) {
            throw new Refusal(reading.faults);
        }
        String gravity = OptionalFields.text(body, "gravity");
        return new ListingDraft(
                body.get("listKind").textValue(),
                subject,
                gravity == null ? null : Gravity.valueOf(gravity),
                designation(body.get("designation")),
                LocalDate.parse(body.get("listedOn").textValue()),
                OptionalFields.day(body, "expiresOn"),
                decidedTerm,
                matterItems(body.path("matterItems")),
                persons,
                body.get("region").textValue(),
                body.path("publishPersonalData").asBoolean(false),
                OptionalFields.text(body, "recognisedUnder"));
    }

    /** A subject; whether its scheme numbers its type is judged with the rest of the entry. */
    private ListingDraft.@Nullable Party party(JsonNode node, String pointer) {
        try {
            return PartyJson.read(node, pointer);
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return null;
        }
    }

    private @Nullable EffectivePeriod period(JsonNode node) {
        LocalDate from = OptionalFields.day(node, "from");
        LocalDate to = OptionalFields.day(node, "to");
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            faults.add(Fault.at("/decidedTerm/to", ErrorCode.LISTING_DATES, "decidedTerm.to", from.toString()));
            return null;
        }
        return new EffectivePeriod(from, to);
    }

    private List<ListingDraft.NamedPerson> persons(JsonNode nodes) {
        List<ListingDraft.NamedPerson> persons = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            ListingDraft.Party person = party(node.get("subject"), "/responsiblePersons/" + i + "/subject");
            if (person != null) {
                persons.add(new ListingDraft.NamedPerson(
                        TargetRole.valueOf(node.get("role").textValue()),
                        person,
                        OptionalFields.day(node, "from"),
                        OptionalFields.day(node, "to")));
            }
        }
        return List.copyOf(persons);
    }

    private static List<DesignatedItem> matterItems(JsonNode nodes) {
        List<DesignatedItem> items = new ArrayList<>();
        nodes.forEach(node ->
                items.add(new DesignatedItem(OptionalFields.text(node, "sector"), OptionalFields.text(node, "item"))));
        return List.copyOf(items);
    }

    private static ListingDraft.DesignationDraft designation(JsonNode node) {
        List<String> legalBases = new ArrayList<>();
        node.path("legalBases").forEach(code -> legalBases.add(code.textValue()));
        JsonNode reminded = node.path("measuresReminded");
        return new ListingDraft.DesignationDraft(
                DocumentType.valueOf(node.get("documentType").textValue()),
                node.get("documentNumber").textValue(),
                LocalDate.parse(node.get("documentDate").textValue()),
                node.get("issuedBy").textValue(),
                OptionalFields.text(node, "ground"),
                OptionalFields.text(node, "facts"),
                List.copyOf(legalBases),
                OptionalFields.day(node, "sentenceEndsOn"),
                OptionalFields.day(node, "priorNoticeOn"),
                reminded.isBoolean() ? reminded.booleanValue() : null,
                OptionalFields.text(node, "removalConditions"),
                OptionalFields.text(node, "remedies"),
                OptionalFields.text(node, "act") == null
                        ? null
                        : UUID.fromString(node.get("act").textValue()));
    }
}
