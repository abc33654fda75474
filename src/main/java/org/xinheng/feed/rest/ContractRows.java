package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.rest.ActRequestJson;
import org.xinheng.contract.Contract;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.Layout;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.RemovalDraft;
import org.xinheng.listing.rest.ListingRequestJson;
import org.xinheng.listing.rest.PartyJson;

/** Makes of the JSON of a row what the domain reads, checked against the contract as if it had been posted by itself. */
final class ContractRows {
    private static final String REMOVE = "REMOVE";

    private final Contract contract;
    private final FeedOrder order;
    private final @Nullable Layout layout;

    /** @param layout field set that the rows are of, null where they are of the contract's own */
    ContractRows(Contract contract, FeedOrder order, @Nullable Layout layout) {
        this.contract = contract;
        this.order = order;
        this.layout = layout;
    }

    /** A row as its cells said it. */
    ReadRow row(int line, RowShape.Reading reading) {
        UnaryOperator<String> columnOf = reading::column;
        if (reading.faults().isEmpty()) {
            return row(line, reading.body(), columnOf);
        }
        // what a bad cell leaves out is not told a second time as missing
        var reported = reading.faults().stream()
                .map(fault -> reading.column(fault.pointer()))
                .collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>(reading.faults());
        row(line, reading.body(), columnOf).faults().stream()
                .filter(fault ->
                        reported.stream().noneMatch(column -> reaches(columnOf.apply(fault.pointer()), column)))
                .forEach(faults::add);
        return ReadRow.broken(line, faults, columnOf);
    }

    private static boolean reaches(String of, String column) {
        return column.equals(of) || column.startsWith(of + ".");
    }

    /** A row as JSON. */
    ReadRow row(int line, ObjectNode body, UnaryOperator<String> columnOf) {
        if (layout != null && order.region() != null && !body.has("region")) {
            body.put("region", order.region());
        }
        if (layout != null && layout.target() == Layout.Target.ACT) {
            return act(line, body, columnOf);
        }
        JsonNode operation = body.remove("operation");
        JsonNode removal = body.remove("removal");
        if (order.listKind() != null && !body.has("listKind")) {
            body.put("listKind", order.listKind());
        }
        if (order.recognisedUnder() != null && !body.has("recognisedUnder")) {
            body.put("recognisedUnder", order.recognisedUnder());
        }
        try {
            if (operation == null && removal == null) {
                return entry(line, body, columnOf);
            }
            ObjectNode says = JsonNodeFactory.instance.objectNode();
            if (operation != null) {
                says.set("operation", operation);
            }
            if (removal != null) {
                says.set("removal", removal);
            }
            demand("FeedRowOperation", says);
            boolean removes = operation != null && operation.asText().equals(REMOVE);
            return removes ? removal(line, body, says, columnOf) : entry(line, body, columnOf);
        } catch (Refusal refusal) {
            return ReadRow.broken(line, explained(refusal.faults(), body), columnOf);
        }
    }

    private ReadRow act(int line, ObjectNode body, UnaryOperator<String> columnOf) {
        try {
            demand("ActRequest", body);
            return new ReadRow(line, null, null, ActRequestJson.read(body), List.of(), columnOf);
        } catch (Refusal refusal) {
            return ReadRow.broken(line, explained(refusal.faults(), body), columnOf);
        }
    }

    private ReadRow entry(int line, ObjectNode body, UnaryOperator<String> columnOf) {
        demand("ListingRequest", body);
        return ReadRow.entry(line, ListingRequestJson.read(body), columnOf);
    }

    private ReadRow removal(int line, ObjectNode body, ObjectNode says, UnaryOperator<String> columnOf) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("listKind", body.get("listKind"));
        whole.set("subject", body.get("subject"));
        if (body.path("designation").has("documentNumber")) {
            whole.putObject("designation")
                    .set("documentNumber", body.path("designation").get("documentNumber"));
        }
        whole.set("recognisedUnder", body.get("recognisedUnder"));
        whole.set("removal", says.get("removal"));
        whole.properties()
                .removeIf(field -> field.getValue() == null || field.getValue().isNull());
        demand("FeedRemovalRow", whole);
        JsonNode subject = whole.get("subject");
        Identifier identifier = PartyJson.read(subject, "/subject").identifier();
        JsonNode removal = whole.get("removal");
        return new ReadRow(
                line,
                null,
                new RemovalDraft(
                        whole.get("listKind").textValue(),
                        identifier,
                        whole.path("designation").path("documentNumber").textValue(),
                        whole.path("recognisedUnder").textValue(),
                        LocalDate.parse(removal.get("removedOn").textValue()),
                        removal.get("reason").textValue(),
                        removal.get("documentNumber").textValue(),
                        removal.path("correction").asBoolean(false)),
                null,
                List.of(),
                columnOf);
    }

    private void demand(String schema, JsonNode body) {
        List<Fault> faults = contract.faultsOf(schema, body);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /** A number that is valid once zeros are put before it lost them in a spreadsheet, and is told so. */
    private static List<Fault> explained(List<Fault> faults, JsonNode body) {
        return faults.stream().map(fault -> lostZeros(fault, body)).toList();
    }

    private static Fault lostZeros(Fault fault, JsonNode body) {
        if (fault.code() != ErrorCode.IDENTIFIER_LENGTH || fault.arguments().size() < 2) {
            return fault;
        }
        String number = body.at(fault.pointer()).asText();
        int wanted = Integer.parseInt(fault.arguments().get(1));
        Identifier padded = number.matches("[0-9]+") && number.length() < wanted
                ? valid(fault.arguments().get(0), "0".repeat(wanted - number.length()) + number)
                : null;
        return padded == null
                ? fault
                : Fault.at(
                        fault.pointer(),
                        ErrorCode.CELL_ZEROS_LOST,
                        Integer.toString(wanted - number.length()),
                        padded.masked());
    }

    private static @Nullable Identifier valid(String scheme, String number) {
        try {
            Identifier read = new Identifier(IdentifierScheme.valueOf(scheme), number);
            return read.checkHolds() ? read : null;
        } catch (Refusal notValid) {
            return null;
        }
    }
}
