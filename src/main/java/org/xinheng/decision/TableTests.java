package org.xinheng.decision;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.release.TableTest;
import org.xinheng.release.gate.TestRun;

/**
 * Runs the cases of the sheets 测试 on a knowledge base: one listing, perhaps further lists the subject stands on, asked
 * about in one matter. Only what follows from that one listing by the rows of the case's own workbook is compared.
 */
public final class TableTests implements TestRun {
    private static final String DOCUMENT_NUMBER = "测试〔2026〕1号";

    private final RuleBook ruleBook;
    private final Registers registers;
    private final Map<String, String> workbookOfRow;

    public TableTests(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
        this.registers = ruleBook.release().registers();
        this.workbookOfRow = ruleBook.release().content().rules().stream()
                .collect(Collectors.toMap(
                        MeasureRule::code, rule -> rule.source().workbook(), (first, second) -> first));
    }

    @Override
    public List<Mismatch> run(TableTest test) {
        Listing about = listing(test);
        var listings = new ArrayList<ListingInQuestion>();
        ask(about, test.role(), test.asOf(), listings);
        for (String kind : test.alsoListedIn()) {
            ask(alsoListed(test, kind), TargetRole.LISTED_SUBJECT, test.asOf(), listings);
        }
        var facts =
                new MatterFacts(test.sector(), test.item(), test.legallyRequiredTender(), test.governmentInvested());
        List<Conclusion> conclusions = ruleBook
                .evaluate(new Inquiry(
                        test.subjectType(),
                        false,
                        test.matter(),
                        facts,
                        test.region(),
                        test.agencyKind(),
                        test.asOf(),
                        List.copyOf(listings)))
                .stream()
                .filter(conclusion -> conclusion.about().listing().id().equals(about.id()))
                .filter(conclusion -> Objects.equals(
                        workbookOfRow.get(conclusion.rule().code()),
                        test.source().workbook()))
                .toList();
        return mismatches(test, conclusions);
    }

    private static List<Mismatch> mismatches(TableTest test, List<Conclusion> conclusions) {
        var applied = new TreeSet<String>();
        var withheld = new TreeMap<String, String>();
        var ends = new TreeMap<String, String>();
        for (Conclusion conclusion : conclusions) {
            String row = conclusion.rule().code();
            WithheldReason reason = conclusion.withheld();
            if (reason == null) {
                applied.add(row);
                ends.put(row, written(conclusion.end()));
            } else {
                withheld.put(row, reason.name());
            }
        }
        var mismatches = new ArrayList<Mismatch>();
        compare("期望适用", joined(test.applied()), joined(applied), mismatches);
        compare("期望保留", joined(test.withheld()), joined(withheld), mismatches);
        ends.keySet().retainAll(test.ends().keySet());
        compare("期望截止", joined(test.ends()), joined(ends), mismatches);
        return List.copyOf(mismatches);
    }

    private static void compare(String heading, String expected, String found, List<Mismatch> to) {
        if (!expected.equals(found)) {
            to.add(new Mismatch(heading, expected, found));
        }
    }

    private static String joined(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining("、"));
    }

    private static String joined(Collection<String> codes) {
        return String.join("、", new TreeSet<>(codes));
    }

    private static String written(MeasureEnd end) {
        if (end instanceof MeasureEnd.LastDay last) {
            return last.day().toString();
        }
        return end instanceof MeasureEnd.Life ? "LIFE" : "UNTIL_PERFORMED";
    }

    /** A listing that has not begun or is over is never asked about (L4). */
    private void ask(Listing listing, TargetRole role, LocalDate asOf, List<ListingInQuestion> to) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        ListingStatus standing = listing.statusOn(asOf, OnObjection.of(kind));
        if (!(standing instanceof ListingStatus.Ended) && !(standing instanceof ListingStatus.Ahead)) {
            to.add(new ListingInQuestion(listing, role, standing));
        }
    }

    private static Listing listing(TableTest test) {
        UUID asked = id(test, "subject");
        boolean reachedInRole = test.role() != TargetRole.LISTED_SUBJECT;
        var designation = new Designation(
                DocumentType.OTHER_STATUTORY,
                DOCUMENT_NUMBER,
                Objects.requireNonNullElse(test.documentDate(), test.listedOn()),
                DOCUMENT_NUMBER,
                test.ground(),
                null,
                test.citedBases(),
                test.sentenceEndsOn(),
                null,
                true,
                null,
                null);
        List<DesignatedItem> items = Stream.concat(
                        test.sectorsDesignated().stream().map(sector -> new DesignatedItem(sector, null)),
                        test.itemsDesignated().stream().map(item -> new DesignatedItem(null, item)))
                .toList();
        return new Listing(
                id(test, test.listKind()),
                test.listKind(),
                reachedInRole ? id(test, "listed") : asked,
                test.gravity(),
                designation,
                test.listedOn(),
                test.expiresOn(),
                test.decidedTerm(),
                items,
                reachedInRole ? List.of(new ResponsiblePerson(test.role(), asked, null, null)) : List.of(),
                test.listingRegion(),
                "",
                false,
                1,
                List.of(),
                null);
    }

    private static Listing alsoListed(TableTest test, String kind) {
        return new Listing(
                id(test, "also " + kind),
                kind,
                id(test, "subject"),
                Gravity.SERIOUS,
                new Designation(
                        DocumentType.OTHER_STATUTORY,
                        DOCUMENT_NUMBER,
                        test.asOf(),
                        DOCUMENT_NUMBER,
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        true,
                        null,
                        null),
                test.asOf(),
                null,
                null,
                List.of(),
                List.of(),
                test.listingRegion(),
                "",
                false,
                1,
                List.of(),
                null);
    }

    /** The same case has the same ids on every run. */
    private static UUID id(TableTest test, @Nullable String part) {
        String name = test.source().workbook() + " " + test.code() + " " + part;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
