package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;
import org.xinheng.listing.rest.ListingRequestJson;
import org.xinheng.subject.SubjectName;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.SubjectWritings;
import org.xinheng.testing.TestKeys;

/**
 * Whatever the scheme, writing, spelling and format in which a fact is entered and asked for, the answer is the same. Ten
 * thousand pairs are drawn by a seed, entered in a transaction that is rolled back and decided without a record; some of
 * each format of a feed are entered and asked over HTTP.
 */
@QuarkusTest
class SameAnswerApiTest {
    private static final long SEED = 20261201;
    private static final int PAIRS = 10_000;
    private static final int PAIRS_A_FORMAT = 20;
    private static final int READ_AT_ONCE = 500;

    private static final String HEADING =
            "listKind,subject.type,subject.scheme,subject.identifier,subject.name,gravity,designation.documentType,"
                    + "designation.documentNumber,designation.documentDate,designation.issuedBy,designation.ground,"
                    + "designation.facts,designation.legalBases,designation.priorNoticeOn,designation.measuresReminded,"
                    + "designation.removalConditions,designation.remedies,listedOn,expiresOn,region";

    private static final String COURT_HEADING =
            "iname,caseCode,cardNum,courtName,partyTypeName,regDate,publishDate,disruptTypeName,duty";

    @Inject
    TestKeys keys;

    @Inject
    Listings listings;

    @Inject
    BulkEntries bulkEntries;

    @Inject
    RuleBooks ruleBooks;

    @Inject
    Clock clock;

    private final LocalDate today = Fixtures.today();
    private final LocalDate from = today.minusMonths(2);
    private final LocalDate to = today.plusMonths(6);
    private final SubjectWritings writings = new SubjectWritings(SEED);
    private final Map<SubjectType, String> expected = new EnumMap<>(SubjectType.class);
    private final List<String> wrong = new ArrayList<>();

    /** Ten thousand entries and as many decisions: some seconds. */
    @Test
    void ten_thousand_pairs_of_entry_and_question_give_the_same_answer_for_each_writing() {
        List<SubjectWritings.Pair> all =
                Stream.generate(writings::draw).limit(PAIRS).toList();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(120));
        try {
            entered(all);
            for (int i = 0; i < all.size(); i += READ_AT_ONCE) {
                compare(all.subList(i, Math.min(all.size(), i + READ_AT_ONCE)));
            }
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(wrong).as("seed " + SEED).isEmpty();
        assertThat(expected.values())
                .hasSize(SubjectType.values().length)
                .noneMatch(answer -> answer.startsWith("CLEAR"));
    }

    private void entered(List<SubjectWritings.Pair> all) {
        List<BulkEntries.Staged> staged = new ArrayList<>();
        for (SubjectWritings.Pair pair : all) {
            JsonNode body = json(jsonLine(pair));
            staged.add(new BulkEntries.Staged(
                    pair.number(), TimeOrderedId.at(clock.instant()), ListingRequestJson.read(body)));
        }
        UUID nobody = new UUID(0, 0);
        bulkEntries.begin();
        bulkEntries.stage(staged, List.of());
        long knownAt = listings.openCommit(CommitKind.BATCH, Set.of("SXBZXR"), nobody, clock.instant());
        bulkEntries.compare(new BulkEntries.Whose("WH-ZY", today, null));
        assertThat(bulkEntries.keep(
                        new BulkEntries.Keeping(knownAt, UUID.randomUUID(), "WH-ZY", nobody, clock.instant())))
                .isEqualTo(PAIRS);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(List<SubjectWritings.Pair> some) {
        List<SubjectFile> files =
                listings.filesOf(some.stream().map(SameAnswerApiTest::asked).toList());
        for (int k = 0; k < some.size(); k++) {
            SubjectWritings.Pair pair = some.get(k);
            String answer = ownEntryAlone(pair, files.get(k)) ? answer(pair, files.get(k)) : "another's entry, or none";
            if (!expected.computeIfAbsent(pair.type(), type -> answer).equals(answer)) {
                wrong.add(pair + " gave " + answer);
            }
        }
    }

    /** A hundred decisions, each committed on its own: some seconds. */
    @Test
    void entries_of_every_format_of_a_feed_are_found_by_every_writing_over_http() throws IOException {
        String court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        List<SubjectWritings.Pair> all = new ArrayList<>();
        fed(court, "text/csv", "", csv(drawn(all)).getBytes(StandardCharsets.UTF_8));
        fed(court, "text/csv", "", csv(drawn(all)).getBytes(StandardCharsets.UTF_16));
        fed(court, "application/x-ndjson", "", jsonLines(drawn(all)).getBytes(StandardCharsets.UTF_8));
        fed(court, xlsx, "", workbook(drawn(all)));
        fed(court, "text/csv", "SXBZXR", fieldSet(drawnForCourt(all)).getBytes(StandardCharsets.UTF_8));
        for (SubjectWritings.Pair pair : all) {
            String answer = answerOverHttp(pair);
            if (!expected.computeIfAbsent(pair.type(), type -> answer).equals(answer) || answer.startsWith("CLEAR")) {
                wrong.add(pair + " gave " + answer);
            }
        }
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    private List<SubjectWritings.Pair> drawn(List<SubjectWritings.Pair> all) {
        List<SubjectWritings.Pair> drawn =
                Stream.generate(writings::draw).limit(PAIRS_A_FORMAT).toList();
        all.addAll(drawn);
        return drawn;
    }

    /** The columns of the court tell no scheme: passports, other papers and permits of Taiwan have no form of their own. */
    private List<SubjectWritings.Pair> drawnForCourt(List<SubjectWritings.Pair> all) {
        List<SubjectWritings.Pair> drawn = Stream.generate(writings::draw)
                .filter(pair -> pair.type() == SubjectType.ORGANISATION
                        || pair.entered().scheme() == IdentifierScheme.CITIZEN_ID)
                .limit(PAIRS_A_FORMAT)
                .toList();
        all.addAll(drawn);
        return drawn;
    }

    private static Identifier asked(SubjectWritings.Pair pair) {
        return Identifier.parse(
                pair.type(),
                pair.asked().scheme(),
                "/subject/scheme",
                pair.asked().number(),
                "/subject/identifier");
    }

    private static boolean ownEntryAlone(SubjectWritings.Pair pair, SubjectFile file) {
        return file.mentions().size() == 1
                && file.mentions().get(0).listing().designation() != null
                && documentNumber(pair)
                        .equals(file.mentions().get(0).listing().designation().documentNumber());
    }

    private String answer(SubjectWritings.Pair pair, SubjectFile file) {
        RuleBooks.InForce law = ruleBooks.on(today);
        Department bank = law.ruleBook().release().registers().departments().get("WH-YH");
        DecisionRequest request = new DecisionRequest(
                pair.type(),
                asked(pair),
                new SubjectName(pair.askedName()),
                "CREDIT_GRANTING",
                MatterFacts.NONE,
                "420100",
                "授信",
                "测试-1",
                null,
                null);
        Decision decision = new Decider(law, bank, clock.instant(), today)
                .decide(new UUID(0, 1), request, file, Map.of())
                .decision();
        return decision.outcome() + " "
                + decision.measures().stream()
                        .map(measure -> measure.source().rowCode())
                        .toList()
                + decision.withheld().stream()
                        .map(withheld -> withheld.rowCode() + " " + withheld.reason())
                        .toList();
    }

    private String answerOverHttp(SubjectWritings.Pair pair) {
        String body =
                """
                {"subject":{"type":"%s","scheme":"%s","identifier":"%s","name":"%s"},"matter":"CREDIT_GRANTING",
                 "region":"420100","purpose":"授信","caseNumber":"测试-1"}""".formatted(pair.type(), pair.asked().scheme(), pair.asked().number(), pair.askedName());
        JsonPath answer = sending(keys.key("WH-YH", Role.IMPLEMENTING_AGENCY), body)
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        List<String> withheld = new ArrayList<>();
        List<String> reasons = answer.getList("withheld.reason");
        List<String> rows = answer.getList("withheld.rowCode");
        for (int i = 0; i < rows.size(); i++) {
            withheld.add(rows.get(i) + " " + reasons.get(i));
        }
        return answer.getString("outcome") + " " + answer.getList("measures.source.rowCode") + withheld;
    }

    // ---- files

    private void fed(String key, String type, String layout, byte[] file) {
        var request = with(key).contentType(type).body(file);
        Response answer =
                (layout.isEmpty() ? request : request.queryParam("layout", layout)).post("/v1/listing-batches");
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 202);
        String at = answer.header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> with(key).get(at).statusCode() == 200);
        JsonPath report = with(key).get(at).jsonPath();
        assertThat(report.getInt("entered")).as(report.prettify()).isEqualTo(PAIRS_A_FORMAT);
    }

    private static String documentNumber(SubjectWritings.Pair pair) {
        return "（2026）鄂01执" + pair.number() + "号";
    }

    private List<String> cells(SubjectWritings.Pair pair) {
        return List.of(
                "SXBZXR",
                pair.type().name(),
                pair.entered().scheme().name(),
                pair.entered().number(),
                pair.enteredName(),
                "SERIOUS",
                "ENFORCEMENT_RULING",
                documentNumber(pair),
                from.toString(),
                "武汉市中级人民法院",
                "SXBZXR-4",
                "示范",
                "SXBZXRGD-1",
                from.minusDays(30).toString(),
                "true",
                "履行完毕",
                "申请纠正",
                from.toString(),
                to.toString(),
                "420100");
    }

    private String csv(List<SubjectWritings.Pair> pairs) {
        StringBuilder file = new StringBuilder(HEADING).append('\n');
        pairs.forEach(pair -> file.append(String.join(",", cells(pair))).append('\n'));
        return file.toString();
    }

    private String jsonLines(List<SubjectWritings.Pair> pairs) {
        StringBuilder file = new StringBuilder();
        pairs.forEach(pair -> file.append(jsonLine(pair)).append('\n'));
        return file.toString();
    }

    private String jsonLine(SubjectWritings.Pair pair) {
        return Fixtures.defaulter(pair.entered().number(), pair.enteredName(), from, to)
                .replace("\n", "")
                .replace("\"PERSON\"", "\"" + pair.type() + "\"")
                .replace("\"CITIZEN_ID\"", "\"" + pair.entered().scheme() + "\"")
                .replace("示范执1号", documentNumber(pair));
    }

    private byte[] workbook(List<SubjectWritings.Pair> pairs) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("名单");
            fill(sheet.createRow(0), List.of(HEADING.split(",")));
            for (int i = 0; i < pairs.size(); i++) {
                fill(sheet.createRow(i + 1), cells(pairs.get(i)));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(org.apache.poi.ss.usermodel.Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private String fieldSet(List<SubjectWritings.Pair> pairs) {
        StringBuilder file = new StringBuilder(COURT_HEADING).append('\n');
        for (SubjectWritings.Pair pair : pairs) {
            file.append(String.join(
                            ",",
                            pair.enteredName(),
                            documentNumber(pair),
                            pair.entered().number(),
                            "武汉市中级人民法院",
                            pair.type() == SubjectType.PERSON ? "580" : "581",
                            from.minusDays(30).toString(),
                            from.toString(),
                            "违反财产报告制度",
                            "示范"))
                    .append('\n');
        }
        return file.toString();
    }
}
