package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.xinheng.exchange.workbook.Faults.changed;
import static org.xinheng.exchange.workbook.GoodBook.RULES;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.check.Gate;

/** Damaged and hostile files have their findings: none throws, none hangs, none loses a row without a word. */
class HostileFilesTest {
    private static final long SEED = Long.getLong("xinheng.fuzz.seed", 20261124L);
    private static final int ROUNDS = Integer.getInteger("xinheng.fuzz.rounds", 60);
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Workbook REGISTERS = new GoodBook().workbooks().get(0);
    private static final byte[] GOOD = new GoodBook().workbooks().get(1).bytes();
    private static final int GOOD_ROWS = read(GOOD).content().rules().size();
    private static final List<String> EXTREMES = List.of(
            "",
            "-1",
            "0",
            "99999999999999999999",
            "2147483647",
            "1E400",
            "1E-400",
            "NaN",
            "ZZZZZZZZ1",
            "A0",
            "\u0001",
            " ",
            "\uD83D\uDE00",
            "true",
            "t",
            "inlineStr",
            "9".repeat(500));

    @Test
    void flipped_bytes_of_the_package() {
        fuzz(random -> {
            byte[] bytes = GOOD.clone();
            for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        });
    }

    @Test
    void files_cut_short() {
        fuzz(random -> Arrays.copyOf(GOOD, random.nextInt(GOOD.length)));
    }

    @Test
    void parts_changed_removed_doubled_and_exchanged() {
        fuzz(random -> {
            Map<String, byte[]> parts = parts(GOOD);
            List<String> names = new ArrayList<>(parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, parts.get(other));
                case 2 -> parts.put(name + "x", parts.remove(name));
                default -> parts.put(name, new byte[random.nextInt(100)]);
            }
            return packed(parts);
        });
    }

    @Test
    void text_of_the_parts_damaged() {
        fuzz(random -> {
            Map<String, byte[]> parts = parts(GOOD);
            List<String> names = parts.keySet().stream()
                    .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                    .toList();
            String name = random.nextBoolean() ? SHEET : names.get(random.nextInt(names.size()));
            String text = new String(parts.get(name), StandardCharsets.UTF_8);
            parts.put(name, damaged(text, random).getBytes(StandardCharsets.UTF_8));
            return packed(parts);
        });
    }

    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(400));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, end) + text.substring(at);
            case 2 -> withExtreme(text, text.indexOf('"', at), random);
            default -> withExtreme(text, text.indexOf('>', at), random);
        };
    }

    /** Something extreme in place of the attribute value or text that begins there. */
    private static String withExtreme(String text, int at, Random random) {
        int end = at < 0 ? -1 : text.indexOf(text.charAt(at) == '"' ? '"' : '<', at + 1);
        String extreme = EXTREMES.get(random.nextInt(EXTREMES.size()));
        return end < 0 ? text : text.substring(0, at + 1) + extreme + text.substring(end);
    }

    @TestFactory
    Stream<DynamicTest> files_made_to_exhaust_are_bounded() {
        var hostile = new LinkedHashMap<String, UnaryOperator<byte[]>>();
        hostile.put(
                "a number of a million digits", b -> cell(b, "<c r=\"P9\"><v>" + "9".repeat(1_000_000) + "</v></c>"));
        hostile.put("an exponent of a billion", b -> cell(b, "<c r=\"P9\"><v>1E999999999</v></c>"));
        hostile.put("a text of ten million characters", b -> cell(b, text("x".repeat(10_000_000))));
        hostile.put("a million blanks", b -> cell(b, text("x" + " ".repeat(1_000_000) + "x")));
        hostile.put("a million line breaks", b -> cell(b, text("x" + "\n".repeat(1_000_000) + "x")));
        hostile.put("a million separators", b -> cell(b, text("、".repeat(1_000_000))));
        hostile.put("a shared string that is not there", b -> cell(b, "<c r=\"P9\" t=\"s\"><v>999999</v></c>"));
        hostile.put("a day that is none", b -> cell(b, "<c r=\"P9\" t=\"d\"><v>2024-13-45</v></c>"));
        hostile.put(
                "a million merged areas",
                b -> changed(
                        b,
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "</sheetData><mergeCells>" + "<mergeCell ref=\"A9:B99\"/>".repeat(1_000_000)
                                        + "</mergeCells>")));
        hostile.put(
                "three million cells",
                b -> changed(
                        b,
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                ("<row>" + "<c><v>1</v></c>".repeat(150) + "</row>").repeat(20_000) + "</sheetData>")));
        hostile.put(
                "a million nested elements",
                b -> changed(b, "xl/styles.xml", xml -> xml.replace("<cellXfs", "<a>".repeat(1_000_000) + "<cellXfs")));
        hostile.put(
                "one sheet under a hundred thousand names",
                b -> changed(
                        b,
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "</sheets>",
                                "<sheet name=\"a\" sheetId=\"9\" r:id=\"rId1\"/>".repeat(100_000) + "</sheets>")));
        hostile.put(
                "a row beyond the format",
                b -> changed(
                        b,
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"2147483647\"><c><v>1</v></c></row><row><c><v>1</v></c></row></sheetData>")));
        hostile.put(
                "styles of a hundred megabytes",
                b -> changed(b, "xl/styles.xml", xml -> xml + "<!--" + "x".repeat(100_000_000) + "-->"));
        return hostile.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(findings(file.getValue().apply(GOOD))).isNotEmpty()));
    }

    @Test
    void twenty_thousand_rows_of_unknown_codes_have_their_findings_in_time() {
        var rows = new StringBuilder();
        for (int row = 20; row < 19_000; row++) {
            rows.append("<row r=\"%d\">".formatted(row));
            for (String column : List.of("A", "B", "F", "I", "O", "S")) {
                rows.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t>NO-SUCH-%d</t></is></c>".formatted(column, row, row));
            }
            rows.append("</row>");
        }
        byte[] bytes = changed(GOOD, SHEET, xml -> xml.replace("</sheetData>", rows + "</sheetData>"));
        assertThat(findings(bytes))
                .filteredOn(finding -> finding.code() == FindingCode.CODE_UNKNOWN)
                .hasSizeGreaterThan(50_000);
    }

    private static byte[] cell(byte[] zip, String cell) {
        return changed(
                zip,
                SHEET,
                xml -> xml.replaceFirst("<c r=\"P9\"[^>]*?(/>|>.*?</c>)", "")
                        .replaceFirst("(<row r=\"9\".*?)(<c r=\"[Q-Z]9\"|</row>)", "$1" + cell + "$2"));
    }

    private static String text(String words) {
        return "<c r=\"P9\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + words + "</t></is></c>";
    }

    private static void fuzz(java.util.function.Function<Random, byte[]> mutation) {
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutation.apply(random);
            ParsedWorkbooks reading;
            List<Finding> findings;
            try {
                reading = assertTimeoutPreemptively(BOUND, () -> read(bytes));
                findings = all(reading);
            } catch (RuntimeException | Error thrown) {
                throw new AssertionError("seed " + SEED + ", round " + round, thrown);
            }
            assertThat(!findings.isEmpty() || reading.content().rules().size() == GOOD_ROWS)
                    .as("seed %s, round %s: no row is lost without a word", SEED, round)
                    .isTrue();
        }
    }

    private static List<Finding> findings(byte[] bytes) {
        return assertTimeoutPreemptively(BOUND, () -> all(read(bytes)));
    }

    private static ParsedWorkbooks read(byte[] bytes) {
        return WorkbookReader.read(new GoodBook().bytes(RULES, ours -> bytes).workbooks());
    }

    private static List<Finding> all(ParsedWorkbooks reading) {
        var all = new ArrayList<>(reading.findings());
        all.addAll(new Gate(reading, LocalDate.of(2026, 11, 24)).check());
        return all;
    }

    private static Map<String, byte[]> parts(byte[] zip) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
