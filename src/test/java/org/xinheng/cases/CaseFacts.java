package org.xinheng.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.Visibility;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.listing.SubjectFile;
import org.xinheng.subject.SubjectName;

/** A case as the domain reads it, without a database: what the lists know of its subject, and what is asked. */
public record CaseFacts(StatuteCase of, Registers registers) {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** The department of a kind that is competent in a region: the nearest one. */
    public static Department department(Registers registers, String kind, String region) {
        for (String place : registers.regionAndAbove(region)) {
            for (Department department : registers.departments().values()) {
                if (department.kind().equals(kind) && department.region().equals(place)) {
                    return department;
                }
            }
        }
        throw new IllegalStateException("the registers have no " + kind + " for " + region);
    }

    /** The agency that asks. */
    public Department agency() {
        return department(registers, of.ask().agencyKind(), of.ask().region());
    }

    /** What it asks. */
    public DecisionRequest request() {
        return new DecisionRequest(
                subjectType(),
                identifier(of.subject()),
                of.ask().name() == null ? null : new SubjectName(of.ask().name()),
                of.ask().matter(),
                facts(),
                of.ask().region(),
                "判例检验",
                of.code(),
                of.ask().asOf(),
                of.ask().asOfReason());
    }

    /** What is asked of the rules. */
    public Inquiry inquiry() {
        LocalDate asOf = Objects.requireNonNullElse(of.ask().asOf(), of.clock());
        SubjectFile file = file();
        SubjectName name = request().name();
        return new Inquiry(
                subjectType(),
                name != null && name.neverBorneAmong(file.names()),
                of.ask().matter(),
                facts(),
                of.ask().region(),
                of.ask().agencyKind(),
                asOf,
                Visibility.of(file, registers, asOf, of.clock(), of.ask().region())
                        .seen());
    }

    /** What the lists know of the subject on the case's day. */
    public SubjectFile file() {
        String asked = key(of.subject());
        List<SubjectFile.Mention> mentions = new ArrayList<>();
        Set<SubjectName> names = new LinkedHashSet<>();
        int number = 0;
        for (StatuteCase.Entry entry : of.entries()) {
            Listing listing = listing(entry, ++number);
            JsonNode listed = entry.body().get("subject");
            if (key(listed).equals(asked)) {
                mentions.add(new SubjectFile.Mention(listing, TargetRole.LISTED_SUBJECT, null, null));
                addName(names, listed);
            }
            for (JsonNode person : entry.body().path("responsiblePersons")) {
                if (key(person.get("subject")).equals(asked)) {
                    mentions.add(new SubjectFile.Mention(
                            listing,
                            TargetRole.valueOf(person.get("role").textValue()),
                            day(person, "from"),
                            day(person, "to")));
                    addName(names, person.get("subject"));
                }
            }
        }
        return new SubjectFile(number, List.copyOf(names), List.copyOf(mentions));
    }

    private Listing listing(StatuteCase.Entry entry, int number) {
        JsonNode body = entry.body();
        List<ListingEvent> events = new ArrayList<>();
        for (StatuteCase.Event event : entry.events()) {
            events.add(new ListingEvent(
                    new UUID(number, events.size()), event.type(), event.effectiveOn(), number, null, null));
        }
        return new Listing(
                UUID.nameUUIDFromBytes((of.code() + " " + number).getBytes(StandardCharsets.UTF_8)),
                body.get("listKind").textValue(),
                subjectId(body.get("subject")),
                gravity(body),
                designation(body),
                LocalDate.parse(body.get("listedOn").textValue()),
                day(body, "expiresOn"),
                decidedTerm(body),
                items(body),
                persons(body),
                entry.region(),
                department(registers, entry.by(), entry.region()).code(),
                false,
                number,
                List.copyOf(events),
                null);
    }

    static @Nullable Gravity gravity(JsonNode body) {
        String gravity = body.path("gravity").textValue();
        return gravity == null ? null : Gravity.valueOf(gravity);
    }

    /** As it is kept: facts are kept apart. */
    static Designation designation(JsonNode body) {
        Designation read = JSON.convertValue(body.get("designation"), Designation.class);
        return new Designation(
                read.documentType(),
                read.documentNumber(),
                read.documentDate(),
                read.issuedBy(),
                read.ground(),
                null,
                read.legalBases(),
                read.sentenceEndsOn(),
                read.priorNoticeOn(),
                read.measuresReminded(),
                read.removalConditions(),
                read.remedies());
    }

    static @Nullable EffectivePeriod decidedTerm(JsonNode body) {
        JsonNode term = body.path("decidedTerm");
        return term.isObject() ? new EffectivePeriod(day(term, "from"), day(term, "to")) : null;
    }

    static List<DesignatedItem> items(JsonNode body) {
        List<DesignatedItem> items = new ArrayList<>();
        body.path("matterItems")
                .forEach(item -> items.add(new DesignatedItem(
                        item.path("sector").textValue(), item.path("item").textValue())));
        return List.copyOf(items);
    }

    private static List<ResponsiblePerson> persons(JsonNode body) {
        List<ResponsiblePerson> persons = new ArrayList<>();
        body.path("responsiblePersons")
                .forEach(person -> persons.add(new ResponsiblePerson(
                        TargetRole.valueOf(person.get("role").textValue()),
                        subjectId(person.get("subject")),
                        day(person, "from"),
                        day(person, "to"))));
        return List.copyOf(persons);
    }

    private SubjectType subjectType() {
        return SubjectType.valueOf(of.subject().get("type").textValue());
    }

    private MatterFacts facts() {
        JsonNode item = of.ask().matterItem();
        return item == null
                ? new MatterFacts(null, null, null, null)
                : new MatterFacts(
                        item.path("sector").textValue(),
                        item.path("item").textValue(),
                        yesNo(item.path("legallyRequiredTender")),
                        yesNo(item.path("governmentInvested")));
    }

    static Identifier identifier(JsonNode subject) {
        return Identifier.parse(
                IdentifierScheme.valueOf(subject.get("scheme").textValue()),
                subject.get("identifier").textValue(),
                "/subject/identifier");
    }

    static @Nullable LocalDate day(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Boolean yesNo(JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : null;
    }

    private static String key(JsonNode subject) {
        Identifier identifier = identifier(subject);
        return identifier.scheme() + " " + identifier.value();
    }

    private static UUID subjectId(JsonNode subject) {
        return UUID.nameUUIDFromBytes(key(subject).getBytes(StandardCharsets.UTF_8));
    }

    private static void addName(Set<SubjectName> names, JsonNode subject) {
        String name = subject.path("name").textValue();
        if (name != null) {
            names.add(new SubjectName(name));
        }
    }
}
