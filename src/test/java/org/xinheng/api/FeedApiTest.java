package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.feed.FeedJobs;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.service.ReceiveFeed;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/**
 * Feeds over HTTP: three forms of file, changes and whole lists, all rows or the good ones, at once and in the background,
 * and the report on the file itself.
 */
@QuarkusTest
class FeedApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String HEADING = "listKind,subject.type,subject.scheme,subject.identifier,subject.name,"
            + "designation.documentType,designation.documentNumber,designation.documentDate,designation.issuedBy,"
            + "listedOn,expiresOn,region";
    private static final String OPERATIONS =
            ",operation,removal.removedOn,removal.reason,removal.documentNumber,removal.correction";

    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    @Inject
    ReceiveFeed receiveFeed;

    @Inject
    FeedJobs jobs;

    private final LocalDate listed = Fixtures.today().minusMonths(2);
    private String tax;

    @BeforeEach
    void aTaxBureau() {
        tax = keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT);
    }

    // ---- forms of files

    @Test
    void a_workbook_is_read_with_its_days_and_comes_back_with_its_faults_at_their_cells() throws IOException {
        String good = Fixtures.organisation();
        byte[] workbook = workbook(sheet -> {
            fill(sheet.createRow(1), row(good));
            fill(sheet.createRow(2), row(Fixtures.organisation()));
            fill(sheet.createRow(3), row(Fixtures.organisation()));
            fill(sheet.createRow(4), row(Fixtures.organisation()));
            Cell day = sheet.getRow(1).getCell(9);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            day.setCellStyle(style);
            day.setCellValue(listed);
            sheet.getRow(2).getCell(3).setCellValue(914201000000000000d);
            sheet.getRow(2).getCell(4).setCellFormula("\"示范\"&\"公司\"");
            sheet.getRow(2).getCell(2).setCellFormula("\"USCC\"");
            sheet.getRow(3).getCell(4).setCellFormula("\"示范\"&\"公司\"");
            sheet.getRow(4).getCell(9).setCellValue(46143);
        });
        var refused = posted(tax, XLSX, "", workbook)
                .statusCode(422)
                .body("errors.cell", hasItem("3/subject.identifier"))
                .body("errors.cell", hasItem("4/subject.name"))
                .body("errors.cell", hasItem("5/listedOn"))
                .extract();
        String at = refused.header("Location");
        with(tax)
                .get(at)
                .then()
                .body("format", equalTo("XLSX"))
                .body("refusedByCode.CELL_SCIENTIFIC", equalTo(1))
                .body("refusedByCode.CELL_FORMULA", equalTo(2))
                .body("refusedByCode.CELL_DATE_SERIAL", equalTo(1))
                .body("rows[0].errors", hasSize(0))
                .body(
                        "rows[1].errors.find { it.code == 'CELL_SCIENTIFIC' }.message",
                        org.hamcrest.Matchers.containsString("设为文本"));

        byte[] marked =
                with(tax).get(at + "/file").then().statusCode(200).extract().asByteArray();

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(3).getCellComment().getString().getString())
                    .contains("CELL_SCIENTIFIC");
            for (int beside : List.of(2, 4)) {
                assertThat(sheet.getRow(2)
                                .getCell(beside)
                                .getCellComment()
                                .getString()
                                .getString())
                        .contains("CELL_FORMULA");
            }
            assertThat(sheet.getRow(0).getCell(12).getStringCellValue()).isEqualTo("核对结果");
            assertThat(sheet.getRow(4).getCell(12).getStringCellValue()).contains("CELL_DATE_SERIAL");
            assertThat(sheet.getRow(1).getCell(12)).isNull();
        }
    }

    @Test
    void a_good_workbook_is_taken_and_its_day_is_the_day_that_the_sheet_shows() throws IOException {
        String code = Fixtures.organisation();
        byte[] workbook = workbook(sheet -> {
            fill(sheet.createRow(1), row(code));
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            sheet.getRow(1).getCell(9).setCellStyle(style);
            sheet.getRow(1).getCell(9).setCellValue(listed);
        });
        String listing =
                posted(tax, XLSX, "", workbook).statusCode(201).extract().path("rows[0].listing");

        with(tax).get("/v1/listings/{id}", listing).then().body("listedOn", equalTo(listed.toString()));
    }

    @Test
    void json_lines_are_listing_requests_and_a_broken_line_is_told_by_its_number() {
        String from = listed.toString();
        String line = Fixtures.procurementBan(Fixtures.organisation(), listed, listed.plusMonths(8))
                .replace("\n", " ");
        String finance = keys.key("WH-CZJ", Role.INITIATING_DEPARTMENT);

        var refused = posted(finance, JSON_LINES, "", line + "\n{\"listKind\": \n" + line.substring(0, 90))
                .statusCode(422)
                .body("errors.code", hasItem("JSON_LINE_BROKEN"))
                .body("errors.code", hasItem("FILE_CUT_OFF"))
                .body("errors.cell", hasItem("2"))
                .body("errors.cell", hasItem("3"))
                .extract();
        String marked = with(finance).get(refused.header("Location") + "/file").asString();
        assertThat(marked.lines().toList().get(0)).isEqualTo(line);
        assertThat(marked.lines().toList().get(1)).contains("核对结果", "JSON_LINE_BROKEN");
        String listing = posted(finance, JSON_LINES, "", line)
                .statusCode(201)
                .body("rows[0].line", equalTo(1))
                .extract()
                .path("rows[0].listing");
        with(finance).get("/v1/listings/{id}", listing).then().body("listedOn", equalTo(from));
    }

    @Test
    void gb18030_is_read_and_named_as_a_guess_and_the_marked_file_is_in_it_again() {
        Charset gb18030 = Charset.forName("GB18030");
        String file = csv(row(Fixtures.organisation()), row("91420100000000000X"));
        String at = posted(tax, "text/csv", "", file.getBytes(gb18030))
                .statusCode(422)
                .extract()
                .header("Location");

        with(tax).get(at).then().body("encoding.name", equalTo("GB18030")).body("encoding.guessed", equalTo(true));
        String marked = new String(with(tax).get(at + "/file").asByteArray(), gb18030);
        assertThat(marked).contains("示范企业", "核对结果", "IDENTIFIER_");
        assertThat(marked.lines().toList().get(1)).endsWith("通过");
    }

    @Test
    void a_marked_file_that_was_corrected_is_taken_as_it_is() {
        String broken =
                csv(row(Fixtures.organisation()), row(Fixtures.organisation()).replace(",420100", ",42010"));
        String at =
                posted(tax, "text/csv", "", broken).statusCode(422).extract().header("Location");

        String corrected = with(tax).get(at + "/file").asString().replace(",42010,", ",420100,");

        posted(tax, "text/csv", "", corrected).statusCode(201).body("entered", equalTo(2));
    }

    @Test
    void a_file_that_was_cut_off_says_so_and_nothing_of_it_is_kept() {
        String file = csv(row(Fixtures.organisation()), row(Fixtures.organisation()));
        Map<String, Long> before = database.rowCounts();

        posted(tax, "text/csv", "", file.substring(0, file.length() - 25))
                .statusCode(422)
                .body("errors.code", hasItem("FILE_CUT_OFF"))
                .body("errors.cell", hasItem("3"));

        assertThat(database.rowCounts().get("listing")).isEqualTo(before.get("listing"));
    }

    @Test
    void a_workbook_that_was_cut_off_or_is_none_is_told_to_be_saved_again() throws IOException {
        byte[] whole = workbook(sheet -> fill(sheet.createRow(1), row(Fixtures.organisation())));

        posted(tax, XLSX, "", java.util.Arrays.copyOf(whole, whole.length / 2))
                .statusCode(422)
                .body("code", equalTo("FILE_UNREADABLE"));
        posted(tax, XLSX, "", csv(row(Fixtures.organisation())))
                .statusCode(422)
                .body("code", equalTo("FILE_UNREADABLE"));
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_a_refused_batch_with_what_was_wrong_before_that_place() {
        String at = posted(tax, "text/csv", "", csv(row("91420100000000000X")) + "\"never closed")
                .statusCode(400)
                .body("code", equalTo("MALFORMED_CSV"))
                .extract()
                .header("Location");
        with(tax)
                .get(at)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("refusedByCode.MALFORMED_CSV", equalTo(1))
                .body("refusedByCode.IDENTIFIER_CHECK_CHARACTER", equalTo(1));
        assertThat(with(tax).get(at + "/file").then().statusCode(200).extract().asString())
                .contains("IDENTIFIER_CHECK_CHARACTER")
                .doesNotContain("通过");
    }

    @Test
    void a_quote_that_takes_in_rows_lets_none_of_them_vanish() {
        String swallowing = row(Fixtures.organisation()).replace("武汉市税务局", "\"武汉市税务局") + "\n"
                + row(Fixtures.organisation()) + "\n"
                + row(Fixtures.organisation()).replace("武汉市税务局", "武汉市税务局\"");
        String at = posted(tax, "text/csv", "", csv(swallowing))
                .statusCode(400)
                .body("code", equalTo("CELL_HOLDS_ROWS"))
                .extract()
                .header("Location");
        with(tax)
                .get(at)
                .then()
                .body("outcome", equalTo("REFUSED"))
                .body("entered", equalTo(0))
                .body("rows[0].line", equalTo(2));
    }

    @Test
    void a_marked_file_calls_no_row_good_that_its_report_had_no_room_for() {
        String bad = row("91420100000000000X");
        StringBuilder file = new StringBuilder(HEADING + "\n");
        for (int i = 0; i < 10_050; i++) {
            file.append(bad).append('\n');
        }
        String at = posted(tax, "text/csv", "", file.toString())
                .statusCode(422)
                .extract()
                .header("Location");
        List<String> marked = with(tax)
                .get(at + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(marked.get(10_000)).contains("IDENTIFIER_CHECK_CHARACTER");
        assertThat(marked.get(10_050)).endsWith(",报告未逐行列示");
        assertThat(marked).noneMatch(line -> line.contains("通过"));
    }

    // ---- rows beside each other

    @Test
    void rows_that_say_the_same_and_numbers_with_two_names_are_told_with_the_line_they_do_not_go_with() {
        String one = Fixtures.organisation();
        String two = Fixtures.organisation();
        posted(
                        tax,
                        "text/csv",
                        "",
                        csv(
                                row(one),
                                row(two),
                                row(one),
                                row(two).replace("示范企业", "另一企业").replace("评定1号", "评定2号")))
                .statusCode(422)
                .body("errors.findAll { it.cell == '4' }.code", contains("ROW_DOUBLED"))
                .body("errors.findAll { it.cell == '5/subject.name' }.code", contains("SUBJECT_NAMES_DIFFER"))
                .body(
                        "errors.findAll { it.cell == '5/subject.name' }.message[0]",
                        org.hamcrest.Matchers.containsString("第 3 行"));
    }

    @Test
    void row_by_row_the_good_rows_are_taken_and_the_others_told() {
        String good = Fixtures.organisation();
        posted(tax, "text/csv", "atomic=false", csv(row(good), row("91420100000000000X"), row(good)))
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("rowCount", equalTo(3))
                .body("entered", equalTo(1))
                .body("refused", equalTo(2))
                .body("rows.result", contains("ENTERED", "REFUSED", "REFUSED"))
                .body("rows[2].errors[0].code", equalTo("ROW_DOUBLED"));
        posted(tax, "text/csv", "atomic=false", csv(row("91420100000000000X")))
                .statusCode(422)
                .body("code", equalTo("BATCH_REJECTED"));
    }

    @Test
    void an_entry_that_stands_there_already_is_not_entered_twice() {
        String first = Fixtures.organisation();
        String listing = posted(tax, "text/csv", "", csv(row(first)))
                .statusCode(201)
                .extract()
                .path("rows[0].listing");

        posted(tax, "text/csv", "", csv(row(first), row(Fixtures.organisation())))
                .statusCode(201)
                .body("entered", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("rows[0].result", equalTo("UNCHANGED"))
                .body("rows[0].listing", equalTo(listing));
    }

    // ---- the same file

    @Test
    void the_same_file_from_two_connections_at_once_is_one_batch() throws Exception {
        String file = csv(row(Fixtures.organisation()), row(Fixtures.organisation()));
        Callable<String> send = () ->
                posted(tax, "text/csv", "", file).statusCode(201).extract().path("id");
        var connections = Executors.newFixedThreadPool(4);
        try {
            var ids = new TreeSet<String>();
            for (var answer : connections.invokeAll(List.of(send, send, send, send))) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            connections.shutdownNow();
        }
        posted(tax, "text/csv", "atomic=false", file).statusCode(201).body("unchanged", equalTo(2));
    }

    // ---- in the background

    @Test
    void a_department_that_would_rather_not_wait_finds_the_report_where_it_was_told() {
        String file = csv(row(Fixtures.organisation()));
        String at = with(tax)
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/listing-batches")
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .extract()
                .header("Location");

        judged(at).body("outcome", equalTo("ACCEPTED")).body("entered", equalTo(1));
        posted(tax, "text/csv", "", file).statusCode(201).header("Location", equalTo(at));
    }

    @Test
    void a_job_whose_file_came_by_another_way_first_answers_with_the_batch_of_that_one() throws IOException {
        byte[] file = csv(row(Fixtures.organisation())).getBytes(StandardCharsets.UTF_8);
        String taken =
                posted(tax, "text/csv", "", file).statusCode(201).extract().path("id");
        java.util.UUID id = receiveFeed.nextId();
        var stored = receiveFeed.keep(id, new ByteArrayInputStream(file));
        jobs.ask(
                new Caller(java.util.UUID.randomUUID(), "WH-SWJ", java.util.Set.of(Role.INITIATING_DEPARTMENT)),
                id,
                stored.sha256(),
                FeedOrder.plain("zh"),
                null,
                java.time.Instant.now());

        judged("/v1/listing-batches/" + id).body("id", equalTo(taken));
    }

    @Test
    void a_large_file_is_worked_on_in_the_background_and_what_breaks_off_in_it_is_told_in_its_report() {
        StringBuilder file = new StringBuilder(HEADING + "\n");
        int rows = 0;
        for (String remark = "x".repeat(2000); file.length() < 4_300_000; rows++) {
            file.append(row(Fixtures.organisation()).replace("武汉市税务局", "税务局" + remark.substring(0, 180)))
                    .append('\n');
        }
        String at = posted(tax, "text/csv", "", file.toString())
                .statusCode(202)
                .extract()
                .header("Location");
        judged(at)
                .body("outcome", equalTo("ACCEPTED"))
                .body("rowCount", equalTo(rows))
                .body("entered", equalTo(rows))
                .body("allRowsTold", equalTo(rows <= 10_000));

        String broken = posted(tax, "text/csv", "", file + "\"never closed")
                .statusCode(202)
                .extract()
                .header("Location");
        judged(broken).body("outcome", equalTo("REFUSED")).body("rows[0].errors[0].code", equalTo("MALFORMED_CSV"));
    }

    @Test
    void while_a_batch_is_being_kept_decisions_are_answered_and_other_changes_are_told_to_come_back() {
        String actors = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        String supplier = Fixtures.organisation();
        String entry = Fixtures.procurementBan(supplier, listed, listed.plusYears(1));
        AtomicReference<String> at = new AtomicReference<>();
        // the batch has kept its rows behind the lock of commits when it comes to this table
        database.holding("lock table listing_batch in share mode", () -> {
            at.set(with(tax)
                    .header("Prefer", "respond-async")
                    .contentType("text/csv")
                    .body(csv(row(Fixtures.organisation())).getBytes(StandardCharsets.UTF_8))
                    .post("/v1/listing-batches")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !database.column("select 1 from pg_locks where relation = 'listing_batch'::regclass"
                                    + " and not granted")
                            .isEmpty());

            sending(actors, Fixtures.question(supplier))
                    .post("/v1/decisions")
                    .then()
                    .statusCode(201);
            sending(actors, entry)
                    .post("/v1/listings")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("code", equalTo("LISTINGS_BUSY"))
                    .body("detail", containsString("2 秒"));
        });
        judged(at.get()).body("outcome", equalTo("ACCEPTED")).body("entered", equalTo(1));
        sending(actors, entry).post("/v1/listings").then().statusCode(201);
    }

    // ---- changes and whole lists

    @Test
    void removals_in_a_file_of_changes_end_the_entry_that_they_name_and_no_other() {
        String one = Fixtures.organisation();
        String two = Fixtures.organisation();
        List<String> listings = posted(tax, "text/csv", "", csv(row(one), row(two)))
                .statusCode(201)
                .extract()
                .path("rows.listing");

        posted(tax, "text/csv", "", changes(removal(one)))
                .statusCode(201)
                .body("removed", equalTo(1))
                .body("rows[0].result", equalTo("REMOVED"))
                .body("rows[0].listing", equalTo(listings.get(0)));

        with(tax).get("/v1/listings/{id}", listings.get(0)).then().body("status.standing", equalTo("REMOVED"));
        with(tax).get("/v1/listings/{id}", listings.get(1)).then().body("status.standing", equalTo("IN_FORCE"));
        posted(tax, "text/csv", "", changes(removal(one), removal(Fixtures.organisation())))
                .statusCode(422)
                .body("errors.findAll { it.cell == '2' }.code", contains("REMOVAL_TARGET_MISSING"))
                .body("errors.findAll { it.cell == '3' }.code", contains("REMOVAL_TARGET_MISSING"));
    }

    @Test
    void changes_one_by_one_come_to_the_same_as_the_whole_list() {
        String stepwise = keys.key("YC-SCJG", Role.INITIATING_DEPARTMENT);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            codes.add(Fixtures.organisation());
        }
        String region = "420500";
        posted(stepwise, "text/csv", "", inRegion(region, csv(rows(codes.subList(0, 12)))))
                .statusCode(201);
        posted(stepwise, "text/csv", "", inRegion(region, csv(rows(codes.subList(12, 30)))))
                .statusCode(201);
        posted(stepwise, "text/csv", "", inRegion(region, changes(removal(codes.get(3)), removal(codes.get(17)))))
                .statusCode(201);
        List<String> left = new ArrayList<>(codes);
        left.removeAll(List.of(codes.get(3), codes.get(17)));

        // the whole list says what the steps came to: nothing changes
        posted(stepwise, "text/csv", "mode=FULL&listKind=SHTZXY", inRegion(region, csv(rows(left))))
                .statusCode(201)
                .body("unchanged", equalTo(28))
                .body("entered", equalTo(0))
                .body("removed", equalTo(0));
        assertThat(inForce("YC-SCJG")).containsExactlyInAnyOrderElementsOf(left);

        // and from another beginning it comes to the same
        String other = Fixtures.organisation();
        List<String> before = new ArrayList<>(left.subList(2, left.size()));
        before.add(other);
        posted(stepwise, "text/csv", "mode=FULL&listKind=SHTZXY", inRegion(region, csv(rows(before))))
                .statusCode(201)
                .body("removed", equalTo(2))
                .body("entered", equalTo(1));
        posted(
                        stepwise,
                        "text/csv",
                        "mode=FULL&listKind=SHTZXY&atomic=true",
                        inRegion(region, csv(rows(left)) + ",".repeat(11) + "\n"))
                .statusCode(201)
                .body("removed", equalTo(1))
                .body("entered", equalTo(2));
        assertThat(inForce("YC-SCJG")).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void a_whole_list_that_would_end_too_much_waits_until_a_person_says_so_or_calls_it_off() {
        String bureau = keys.key("XX-SCJG", Role.INITIATING_DEPARTMENT);
        String region = "410700";
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            codes.add(Fixtures.organisation());
        }
        posted(bureau, "text/csv", "", inRegion(region, csv(rows(codes)))).statusCode(201);
        String half = inRegion(region, csv(rows(codes.subList(0, 5))));

        String at = posted(bureau, "text/csv", "mode=FULL&listKind=SHTZXY", half)
                .statusCode(202)
                .body("state", equalTo("AWAITING_CONFIRMATION"))
                .body("removal.inForce", equalTo(10))
                .body("removal.absent", equalTo(5))
                .body("removal.share", equalTo(0.5f))
                .extract()
                .header("Location");
        assertThat(inForce("XX-SCJG")).hasSize(10);
        sending(keys.key("WH-SWJ", Role.INITIATING_DEPARTMENT), "{\"reason\":\"不是本部门\"}")
                .post(at + "/confirmation")
                .then()
                .statusCode(404);

        sending(bureau, "{\"reason\":\"误报\"}")
                .post(at + "/abandonment")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("knownAt", nullValue())
                .body("rows[0].errors[0].code", equalTo("FULL_FEED_ABANDONED"));
        assertThat(inForce("XX-SCJG")).hasSize(10);
        sending(bureau, "{\"reason\":\"又\"}")
                .post(at + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", equalTo("BATCH_NOT_WAITING"));

        String again = posted(bureau, "text/csv", "mode=FULL&listKind=SHTZXY", half)
                .statusCode(202)
                .extract()
                .header("Location");
        sending(bureau, "{\"reason\":\"年度评价更新\"}")
                .post(again + "/confirmation")
                .then()
                .statusCode(202);
        judged(bureau, again).body("removed", equalTo(5)).body("unchanged", equalTo(5));
        assertThat(inForce("XX-SCJG")).containsExactlyInAnyOrderElementsOf(codes.subList(0, 5));
    }

    @Test
    void a_whole_list_names_its_kind_and_is_taken_whole_and_removes_by_leaving_out() {
        String file = csv(row(Fixtures.organisation()));
        posted(tax, "text/csv", "mode=FULL", file).statusCode(422).body("code", equalTo("FEED_LIST_KIND_REQUIRED"));
        posted(tax, "text/csv", "mode=FULL&listKind=AJNSR&atomic=false", file)
                .statusCode(422)
                .body("code", equalTo("FULL_FEED_ATOMIC"));
        posted(tax, "text/csv", "mode=FULL&listKind=AJNSR", changes(removal(Fixtures.organisation())))
                .statusCode(422)
                .body("errors.code", hasItem("REMOVAL_IN_FULL_FEED"));
        posted(tax, "text/csv", "listKind=ZDSS", file)
                .statusCode(422)
                .body("errors.code", hasItem("LIST_KIND_OF_ANOTHER_FEED"));
    }

    // ---- how feeds do

    @Test
    void a_scorecard_counts_batches_rows_and_refusals_by_code_and_nobody_is_stale_who_came_today() {
        String bureau = keys.key("CS-SCJG", Role.INITIATING_DEPARTMENT);
        String office = keys.key("WH-XYB", Role.CREDIT_OFFICE);
        sending(office, "{\"department\":\"CS-SCJG\",\"feed\":\"SHTZXY\",\"everyDays\":7}")
                .post("/v1/feeds")
                .then()
                .statusCode(200);
        posted(
                        bureau,
                        "text/csv",
                        "",
                        inRegion("430100", csv(rows(List.of(Fixtures.organisation(), Fixtures.organisation())))))
                .statusCode(201);
        posted(bureau, "text/csv", "", inRegion("430100", csv(row(Fixtures.organisation()), row("91420100000000000X"))))
                .statusCode(422);

        with(bureau)
                .get("/v1/feeds")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].batches", equalTo(2))
                .body("items[0].refusedBatches", equalTo(1))
                .body("items[0].rows", equalTo(4))
                .body("items[0].refusedRows", equalTo(1))
                .body("items[0].refusedByCode.IDENTIFIER_CHECK_CHARACTER", equalTo(1))
                .body("items[0].everyDays", equalTo(7))
                .body("items[0].dueOn", equalTo(Fixtures.today().plusDays(7).toString()))
                .body("items[0].punctuality", equalTo(1f))
                .body("items[0].stale", equalTo(false));
        with(office)
                .queryParam("department", "CS-SCJG")
                .queryParam("to", Fixtures.today().plusDays(8).toString())
                .get("/v1/feeds")
                .then()
                .body("items[0].batches", equalTo(2))
                .body("items[0].stale", equalTo(true));
        with(office)
                .queryParam("department", "CS-SCJG")
                .queryParam("from", Fixtures.today().plusDays(1).toString())
                .queryParam("to", Fixtures.today().plusDays(8).toString())
                .get("/v1/feeds")
                .then()
                .body("items[0].batches", equalTo(0))
                .body("items[0].lastAcceptedOn", equalTo(Fixtures.today().toString()))
                .body("items[0].dueOn", equalTo(Fixtures.today().plusDays(7).toString()))
                .body("items[0].stale", equalTo(true));
        sending(office, "{\"department\":\"CS-SCJG\",\"feed\":\"NOBODY\",\"everyDays\":7}")
                .post("/v1/feeds")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/feed"));
    }

    // ---- what the tests are made of

    private List<String> inForce(String department) {
        return database.column(
                "select i.plain from listing l join subject_identifier i on i.subject_id = l.subject_id"
                        + " where l.department = ? and not exists (select 1 from listing_event e where e.listing_id = l.id)",
                department);
    }

    private ValidatableResponse judged(String at) {
        return judged(tax, at);
    }

    private static ValidatableResponse judged(String key, String at) {
        await().atMost(Duration.ofSeconds(120)).until(() -> with(key).get(at).statusCode() == 200);
        return with(key).get(at).then().statusCode(200);
    }

    private String row(String code) {
        return String.join(
                ",",
                "AJNSR",
                "ORGANISATION",
                "USCC",
                code,
                "示范企业" + code.substring(8, 17),
                "OTHER_STATUTORY",
                "评定1号",
                listed.toString(),
                "武汉市税务局",
                listed.toString(),
                listed.plusYears(1).minusDays(1).toString(),
                "420100");
    }

    private String[] rows(List<String> codes) {
        return codes.stream().map(this::row).toArray(String[]::new);
    }

    private String removal(String code) {
        return row(code) + ",REMOVE," + Fixtures.today() + ",不再符合,移出1号,true";
    }

    private static String csv(String... rows) {
        return HEADING + "\n" + String.join("\n", rows) + "\n";
    }

    private static String changes(String... rows) {
        return HEADING + OPERATIONS + "\n" + String.join("\n", rows) + "\n";
    }

    private static String inRegion(String region, String file) {
        return file.replace(",420100", "," + region).replace("AJNSR,", "SHTZXY,");
    }

    private interface Filling {
        void fill(org.apache.poi.xssf.usermodel.XSSFSheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("名单");
            fill(sheet.createRow(0), HEADING);
            filling.fill(sheet);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, String cells) {
        String[] all = cells.split(",", -1);
        for (int i = 0; i < all.length; i++) {
            row.createCell(i).setCellValue(all[i]);
        }
    }

    private static ValidatableResponse posted(String key, String type, String query, String file) {
        return posted(key, type, query, file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse posted(String key, String type, String query, byte[] file) {
        var request = with(key).contentType(type).body(file);
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            request = request.queryParam(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return request.post("/v1/listing-batches").then();
    }
}
