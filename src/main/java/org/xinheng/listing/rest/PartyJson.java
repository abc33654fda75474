package org.xinheng.listing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.OptionalFields;
import org.xinheng.contract.api.SubjectView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/** A subject that conforms to {@code Subject} of the contract, as the domain reads it. */
public final class PartyJson {
    private PartyJson() {}

    /**
     * The subject of a body.
     *
     * @param pointer where the subject stands
     * @throws Refusal where its number is not valid by its scheme
     */
    public static ListingDraft.Party read(JsonNode node, String pointer) {
        return party(
                SubjectType.valueOf(node.get("type").textValue()),
                new WrittenNumber(
                        IdentifierScheme.valueOf(node.get("scheme").textValue()),
                        node.get("identifier").textValue(),
                        node.path("identifierConfirmed").asBoolean(false)),
                OptionalFields.text(node, "name"),
                pointer);
    }

    /** The same of a body that was read as a record. */
    public static ListingDraft.Party read(SubjectView view, String pointer) {
        return party(
                view.type(),
                new WrittenNumber(view.scheme(), view.identifier(), view.identifierConfirmed()),
                view.name(),
                pointer);
    }

    private record WrittenNumber(IdentifierScheme scheme, String raw, boolean confirmed) {}

    private static ListingDraft.Party party(
            SubjectType type, WrittenNumber number, @Nullable String name, String pointer) {
        return new ListingDraft.Party(
                type,
                Identifier.parse(number.scheme(), number.raw(), pointer + "/identifier", number.confirmed()),
                name == null ? null : new SubjectName(name),
                Identifier.writtenInOldForm(number.scheme(), number.raw()));
    }
}
