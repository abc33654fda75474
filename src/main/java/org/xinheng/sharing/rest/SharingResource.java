package org.xinheng.sharing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.sharing.SharedChanges;
import org.xinheng.sharing.SharedEntry;
import org.xinheng.sharing.service.ShareEntries;

/** {@code /v1/recognition/entries}: own entries as the JSON lines that {@code POST /v1/listing-batches} takes in. */
@Path("/v1/recognition/entries")
public class SharingResource {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final Pattern MARK = Pattern.compile("[0-9]{1,18}[.][0-9a-f-]{36}");

    private final Contract contract;
    private final CurrentCaller caller;
    private final ShareEntries shareEntries;
    private final ObjectMapper objectMapper;
    private final KnownCodes knownCodes;

    SharingResource(
            Contract contract,
            CurrentCaller caller,
            ShareEntries shareEntries,
            ObjectMapper objectMapper,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.shareEntries = shareEntries;
        this.objectMapper = objectMapper;
        this.knownCodes = knownCodes;
    }

    /** Hands over what changed since a commit. */
    @GET
    @Produces(JSON_LINES)
    public Response share(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.HAND_OVER_ENTRIES, uri.getQueryParameters());
        String listKind = knownCodes
                .known(KnownCodes.Register.LIST_KINDS, "query:listKind", query.text("listKind"))
                .orElseThrow(() -> Refusal.at("query:listKind", ErrorCode.PARAMETER_INVALID, "listKind", "list-kinds"));
        long since = query.number("since").orElse(0);
        ShareEntries.Page page = shareEntries.share(
                caller.get(),
                listKind,
                since,
                query.text("after").map(SharingResource::mark).orElse(null),
                query.size());
        String lines = page.changes().stream().map(this::line).collect(Collectors.joining());
        Response.ResponseBuilder answer = Response.ok(lines, JSON_LINES).header("Xinheng-Known-At", page.knownAt());
        SharedChanges.Mark next = page.next();
        if (next != null) {
            answer.header(
                    "Link",
                    "</v1/recognition/entries?listKind=" + listKind + "&since=" + since + "&size=" + query.size()
                            + "&after=" + next.until() + "." + next.listing() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static SharedChanges.Mark mark(String text) {
        if (!MARK.matcher(text).matches()) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int dot = text.indexOf('.');
        try {
            return new SharedChanges.Mark(
                    Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
    }

    private String line(SharedEntry change) {
        Listing listing = change.listing();
        ObjectNode line = objectMapper.createObjectNode();
        line.put("listKind", listing.listKind());
        Identifier identifier = change.subject().mainIdentifier();
        ObjectNode subject = line.putObject("subject");
        subject.put("type", change.subject().type().name());
        subject.put("scheme", identifier.scheme().name());
        subject.put("identifier", identifier.value());
        if (!identifier.checkHolds()) {
            subject.put("identifierConfirmed", true);
        }
        var names = change.subject().names();
        if (!names.isEmpty()) {
            subject.put("name", names.get(names.size() - 1).value());
        }
        ListingEvent end = change.end();
        if (end != null) {
            line.put("operation", "REMOVE");
            if (listing.designation() != null) {
                line.putObject("designation")
                        .put("documentNumber", listing.designation().documentNumber());
            }
            ObjectNode removal = line.putObject("removal");
            removal.put("removedOn", end.effectiveOn().toString());
            removal.put("reason", end.reason() == null ? end.type().name() : end.reason());
            removal.put(
                    "documentNumber", end.documentNumber() == null ? end.type().name() : end.documentNumber());
            removal.put("correction", end.type() == ListingEvent.Type.REVOKED);
        } else {
            entry(line, change);
        }
        try {
            return objectMapper.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line can always be written", e);
        }
    }

    private void entry(ObjectNode line, SharedEntry change) {
        Listing listing = change.listing();
        if (listing.gravity() != null) {
            line.put("gravity", listing.gravity().name());
        }
        Designation designation = listing.designation();
        if (designation != null) {
            ObjectNode reported = line.putObject("designation");
            reported.put("documentType", designation.documentType().name());
            reported.put("documentNumber", designation.documentNumber());
            put(reported, "documentDate", designation.documentDate());
            reported.put("issuedBy", designation.issuedBy());
            put(reported, "ground", designation.ground());
            put(reported, "facts", change.facts());
            var bases = reported.putArray("legalBases");
            designation.legalBases().stream().sorted().forEach(bases::add);
            put(reported, "sentenceEndsOn", designation.sentenceEndsOn());
            put(reported, "priorNoticeOn", designation.priorNoticeOn());
            reported.put("measuresReminded", designation.measuresReminded());
            put(reported, "removalConditions", designation.removalConditions());
            put(reported, "remedies", designation.remedies());
        }
        put(line, "listedOn", listing.listedOn());
        put(line, "expiresOn", listing.expiresOn());
        if (listing.decidedTerm() != null) {
            ObjectNode term = line.putObject("decidedTerm");
            put(term, "from", listing.decidedTerm().from());
            put(term, "to", listing.decidedTerm().to());
        }
        var items = line.putArray("matterItems");
        listing.matterItems().forEach(item -> {
            ObjectNode reported = items.addObject();
            put(reported, "sector", item.sector());
            put(reported, "item", item.item());
        });
        line.put("region", listing.region());
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void put(ObjectNode node, String field, @Nullable LocalDate day) {
        if (day != null) {
            node.put(field, day.toString());
        }
    }
}
