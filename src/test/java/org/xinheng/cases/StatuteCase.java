package org.xinheng.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.listing.ListingEvent;

/**
 * A case that somebody wrote from the statutes (判例): who stands on which list, who asks what on which day, and what the
 * law says. Its fields stand in {@code src/test/resources/cases/README.md}.
 *
 * @param clock the day on which the agency asks
 * @param http whether every step can be taken over HTTP
 * @param subject as asked about, in the shape of the contract
 */
public record StatuteCase(
        String code,
        String title,
        LocalDate clock,
        boolean http,
        JsonNode subject,
        List<Entry> entries,
        Ask ask,
        Expected expected) {

    /**
     * A listing and what happened to it.
     *
     * @param by kind of the department that entered it
     * @param body of {@code POST /v1/listings}
     */
    public record Entry(String by, JsonNode body, List<Event> events) {
        /** GB/T 2260 code of the list's region. */
        public String region() {
            return body.get("region").textValue();
        }
    }

    /** A dated event of a listing. */
    public record Event(ListingEvent.Type type, LocalDate effectiveOn) {}

    /**
     * What the agency asks, beside the subject.
     *
     * @param name under which it asks, null where the number alone is given
     */
    public record Ask(
            String agencyKind,
            String matter,
            @Nullable JsonNode matterItem,
            String region,
            @Nullable String name,
            @Nullable LocalDate asOf,
            @Nullable String asOfReason) {}

    /** Noon of its day in Asia/Shanghai. */
    public Instant now() {
        return clock.atTime(LocalTime.NOON).atZone(BeijingTime.ZONE).toInstant();
    }

    /** Body of {@code POST /v1/decisions}. */
    public ObjectNode question() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode asked = body.putObject("subject");
        asked.set("type", subject.get("type"));
        asked.set("scheme", subject.get("scheme"));
        asked.set("identifier", subject.get("identifier"));
        if (ask.name() != null) {
            asked.put("name", ask.name());
        }
        body.put("matter", ask.matter()).put("region", ask.region());
        if (ask.matterItem() != null) {
            body.set("matterItem", ask.matterItem());
        }
        body.put("purpose", "判例检验").put("caseNumber", code);
        if (ask.asOf() != null) {
            body.put("asOf", ask.asOf().toString());
        }
        if (ask.asOfReason() != null) {
            body.put("asOfReason", ask.asOfReason());
        }
        return body;
    }

    /** Its events that only domain and store take. */
    List<Event> eventsWithoutEndpoint() {
        List<Event> events = new ArrayList<>();
        entries.forEach(entry -> entry.events().stream()
                .filter(event -> event.type() != ListingEvent.Type.REMOVED)
                .forEach(events::add));
        return events;
    }

    @Override
    public String toString() {
        return code + " " + title;
    }
}
