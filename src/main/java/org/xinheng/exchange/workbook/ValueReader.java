package org.xinheng.exchange.workbook;

import static org.xinheng.release.gate.FindingCode.*;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.workbook.Cell.Kind;
import org.xinheng.law.TermLength;
import org.xinheng.release.gate.FindingCode;

/**
 * Reads the value of one cell by what its column may hold. At most one finding a cell; where it is plain what was
 * meant, the mended value is read on, so that one slip has one finding.
 */
final class ValueReader {
    /**
     * What came of a cell.
     *
     * @param parts the values, empty when blank
     * @param fault what is wrong, or null
     * @param found the part that is wrong
     * @param expected what should stand there, or null
     * @param broken whether no value could be told
     */
    record Value(
            List<String> parts,
            @Nullable FindingCode fault,
            @Nullable String found,
            @Nullable String expected,
            boolean broken) {
        static final Value BLANK = new Value(List.of(), null, null, null, false);

        private static Value fine(List<String> parts) {
            return new Value(parts, null, null, null, false);
        }

        private static Value broken(FindingCode fault, String found, @Nullable String expected) {
            return new Value(List.of(), fault, found, expected, true);
        }
    }

    private static final int TEXT_LENGTH_MAX = 2000;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;
    private static final int SCALE_MAX = 40;
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DAY_OTHERWISE =
            Pattern.compile("([0-9]{4})\\s*[-/.年]?\\s*([0-9]{1,2})\\s*[-/.月]?\\s*([0-9]{1,2})\\s*日?");
    private static final Pattern DAY_WITH_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:. ]+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\u200B\\uFEFF]+");
    private static final Pattern OUTER_SPACES =
            Pattern.compile("^[\\p{Z}\\t\\u200B\\uFEFF]+|[\\p{Z}\\t\\u200B\\uFEFF]+$");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\u2028\\u2029]+\\s*");
    private static final Pattern OTHER_SEPARATORS = Pattern.compile("\\s*[,;/|，；／]\\s*|(?<=\\S)\\s+(?=\\S)|、{2,}");
    /** What a spreadsheet program makes of a long code, once it has been turned into text. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.][0-9]+)?E[+][0-9]{1,3}");

    private static final Pattern ROW_TERM =
            Pattern.compile("AS_DECIDED|LIST_PERIOD|UNTIL_PERFORMED|LIFE|FIXED [1-9][0-9]? (years|months)");

    private final Vocabularies vocabularies;
    private final Set<String> sheetsNotRead;
    private final Nearest nearest = new Nearest();

    /** @param sheetsNotRead register sheets whose codes are not known, so that no code is called unknown for it */
    ValueReader(Vocabularies vocabularies, Set<String> sheetsNotRead) {
        this.vocabularies = vocabularies;
        this.sheetsNotRead = sheetsNotRead;
    }

    /**
     * Reads a cell.
     *
     * @param technical whether the text goes into a rule as it stands (sheet 措施)
     * @param rowCodes codes of the rows of the same workbook, null when they are not known
     */
    Value read(Cell cell, ColumnTemplate column, boolean technical, @Nullable Set<String> rowCodes) {
        if (cell.kind() == Kind.ERROR) {
            return Value.broken(ERROR_VALUE, cell.text(), null);
        }
        if (cell.formula()) {
            return Value.broken(cell.text().isEmpty() ? FORMULA_WITHOUT_VALUE : FORMULA, cell.text(), null);
        }
        if (cell.text().length() > TEXT_LENGTH_MAX) {
            return Value.broken(TEXT_TOO_LONG, cell.text().substring(0, 20) + "…", String.valueOf(TEXT_LENGTH_MAX));
        }
        if (column.content() instanceof Content.Words) {
            return words(cell, technical);
        }
        if (column.content() instanceof Content.Day) {
            return day(cell);
        }
        return coded(cell, column, rowCodes);
    }

    private static Value words(Cell cell, boolean technical) {
        String text = OUTER_SPACES.matcher(cell.text()).replaceAll("");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean breaks = c == '\n' || c == '\r';
            if (technical && breaks) {
                return Value.broken(LINE_BREAK, text, BREAKS.matcher(text).replaceAll(""));
            }
            boolean forbidden = technical && "\"\\()".indexOf(c) >= 0;
            if (forbidden || (Character.isISOControl(c) && !breaks)) {
                return Value.broken(FORBIDDEN_CHARACTER, String.valueOf(c), null);
            }
        }
        return text.isEmpty() ? Value.BLANK : Value.fine(List.of(text));
    }

    private static Value day(Cell cell) {
        String text = cell.text();
        if (cell.kind() == Kind.DAY) {
            return inRange(LocalDate.parse(text), text);
        }
        if (cell.kind() == Kind.DAY_AND_TIME || DAY_WITH_TIME.matcher(text).matches()) {
            return Value.broken(DATE_WITH_TIME, text, text.substring(0, 10));
        }
        if (cell.kind() != Kind.TEXT) {
            return Value.broken(DATE_MALFORMED, text, "yyyy-MM-dd");
        }
        Matcher exact = DAY.matcher(text);
        if (exact.matches()) {
            return made(exact).map(day -> inRange(day, text)).orElse(Value.broken(DATE_IMPOSSIBLE, text, null));
        }
        String plain =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        Matcher mended = DAY.matcher(plain);
        if (mended.matches()) {
            Optional<LocalDate> day = made(mended);
            FindingCode fault = plain.length() == text.length() ? FULL_WIDTH : STRAY_BLANK;
            return day.isPresent()
                    ? new Value(List.of(plain), fault, text, plain, false)
                    : Value.broken(DATE_IMPOSSIBLE, text, null);
        }
        Matcher otherwise = DAY_OTHERWISE.matcher(plain);
        Optional<LocalDate> meant = otherwise.matches() ? made(otherwise) : Optional.empty();
        return meant.isPresent()
                ? new Value(
                        List.of(meant.get().toString()),
                        DATE_MALFORMED,
                        text,
                        meant.get().toString(),
                        false)
                : Value.broken(otherwise.matches() ? DATE_IMPOSSIBLE : DATE_MALFORMED, text, "yyyy-MM-dd");
    }

    private static Optional<LocalDate> made(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Value inRange(LocalDate day, String text) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Value.broken(DATE_IMPOSSIBLE, text, FIRST_YEAR + "–" + LAST_YEAR)
                : Value.fine(List.of(day.toString()));
    }

    private Value coded(Cell cell, ColumnTemplate column, @Nullable Set<String> rowCodes) {
        FindingCode fault = null;
        String text = cell.text();
        if (cell.kind() == Kind.DAY || cell.kind() == Kind.DAY_AND_TIME) {
            String month = text.substring(0, 7);
            return Value.broken(DATE_FOR_TEXT, text, known(column, month) ? month : null);
        }
        if (cell.kind() == Kind.NUMBER) {
            String plain = plainNumber(text);
            if (plain == null || Math.max(plain.length(), text.length()) > 15 || text.matches(".*[eE].*")) {
                return Value.broken(SCIENTIFIC_NUMBER, displayed(text), null);
            }
            fault = column.content() instanceof Content.Whole ? null : NUMBER_FOR_TEXT;
            text = plain;
        } else if (cell.kind() == Kind.TEXT) {
            String mended = BREAKS.matcher(
                            OUTER_SPACES.matcher(text).replaceAll("").strip())
                    .replaceAll(column.several() ? ColumnTemplate.SEPARATOR : "");
            if (BREAKS.matcher(text).find()) {
                fault = LINE_BREAK;
            } else if (!mended.equals(text)) {
                fault = STRAY_BLANK;
            }
            if (!fullWidthFree(mended)) {
                fault = fault == null ? FULL_WIDTH : fault;
                mended = Normalizer.normalize(mended, Normalizer.Form.NFKC);
            }
            text = mended;
        }
        if (text.isEmpty()) {
            return Value.BLANK;
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return Value.broken(SCIENTIFIC_NUMBER, text, null);
        }
        List<String> parts = List.of(text);
        if (column.several()) {
            String joined = OTHER_SEPARATORS.matcher(text).replaceAll(ColumnTemplate.SEPARATOR);
            joined = joined.replaceAll("^、+|、+$", "");
            fault = fault == null && !joined.equals(text) ? WRONG_SEPARATOR : fault;
            parts = List.of(joined.split("\\s*、\\s*", -1));
        } else if (text.contains(ColumnTemplate.SEPARATOR)) {
            return Value.broken(ONE_CODE_ONLY, text, null);
        }
        return checked(cell.text(), parts, fault, column, rowCodes);
    }

    /** Checks every part, and says the first thing that is wrong with the cell. */
    private Value checked(
            String written,
            List<String> parts,
            @Nullable FindingCode fault,
            ColumnTemplate column,
            @Nullable Set<String> rowCodes) {
        if (fault != null) {
            boolean understood = parts.stream().allMatch(part -> wrong(part, column.content(), rowCodes) == null);
            String mended = String.join(ColumnTemplate.SEPARATOR, parts);
            return new Value(understood ? parts : List.of(), fault, written, mended, !understood);
        }
        var seen = new HashSet<String>();
        var unknown = new ArrayList<Value>();
        for (String part : parts) {
            if (!seen.add(part)) {
                var once = new ArrayList<>(new LinkedHashSet<>(parts));
                return new Value(once, CODE_REPEATED, part, String.join(ColumnTemplate.SEPARATOR, once), false);
            }
            Value wrong = wrong(part, column.content(), rowCodes);
            if (wrong != null && wrong.broken()) {
                return wrong;
            }
            if (wrong != null) {
                unknown.add(wrong);
            }
        }
        return unknown.isEmpty() ? Value.fine(parts) : unknown(parts, unknown);
    }

    /** Several unknown codes of one cell are told together. */
    private static Value unknown(List<String> parts, List<Value> unknown) {
        String found = unknown.stream().map(Value::found).collect(Collectors.joining(ColumnTemplate.SEPARATOR));
        String expected = unknown.stream()
                .map(Value::expected)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(ColumnTemplate.SEPARATOR));
        return new Value(parts, unknown.get(0).fault(), found, expected.isEmpty() ? null : expected, false);
    }

    /** What is wrong with one part, null when nothing is. */
    private @Nullable Value wrong(String part, Content content, @Nullable Set<String> rowCodes) {
        if (content instanceof Content.OwnCode code) {
            return code.shape().matcher(part).matches() && part.length() <= 64
                    ? null
                    : Value.broken(CODE_MALFORMED, part, code.example());
        }
        if (content instanceof Content.Reference reference) {
            Map<String, String> known = vocabularies.of(reference.register());
            if (known.containsKey(part)
                    || reference.also().containsKey(part)
                    || sheetsNotRead.contains(reference.register().sheet())) {
                return null;
            }
            String meant =
                    nearest.of(part, vocabularies.offeredBy(content).titles()).orElse(null);
            return new Value(List.of(part), CODE_UNKNOWN, part, meant, false);
        }
        if (content instanceof Content.Choice choice) {
            return choice.titles().containsKey(part)
                    ? null
                    : Value.broken(
                            WORD_UNKNOWN,
                            part,
                            nearest.of(part, choice.titles())
                                    .orElse(String.join(" / ", choice.titles().keySet())));
        }
        if (content instanceof Content.Term) {
            return TermLength.parse(part).isPresent() ? null : Value.broken(TERM_MALFORMED, part, "3 years");
        }
        if (content instanceof Content.RowTerm) {
            return ROW_TERM.matcher(part).matches() ? null : Value.broken(TERM_MALFORMED, part, "FIXED 3 years");
        }
        if (content instanceof Content.Whole whole) {
            boolean fits = part.matches("[0-9]{1,6}")
                    && Integer.parseInt(part) >= whole.least()
                    && Integer.parseInt(part) <= whole.most();
            return fits ? null : Value.broken(NUMBER_MALFORMED, part, whole.least() + "–" + whole.most());
        }
        if (content instanceof Content.RowCodes) {
            return rowCodes == null || rowCodes.contains(part) ? null : unknownRow(part, rowCodes);
        }
        return content instanceof Content.RowOutcomes outcomes ? wrongOutcome(part, outcomes, rowCodes) : null;
    }

    private @Nullable Value wrongOutcome(String part, Content.RowOutcomes outcomes, @Nullable Set<String> rowCodes) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            return Value.broken(
                    CODE_MALFORMED,
                    part,
                    "ZFCG-001=" + outcomes.words().keySet().iterator().next());
        }
        String word = part.substring(equals + 1);
        boolean known = outcomes.words().containsKey(word)
                || (outcomes.days() && DAY.matcher(word).matches() && isDay(word));
        if (!known) {
            return Value.broken(
                    WORD_UNKNOWN,
                    word,
                    nearest.of(word, outcomes.words())
                            .orElse(String.join(" / ", outcomes.words().keySet())));
        }
        String row = part.substring(0, equals);
        return rowCodes == null || rowCodes.contains(row) ? null : unknownRow(row, rowCodes);
    }

    private Value unknownRow(String row, Set<String> rowCodes) {
        var titles = new java.util.LinkedHashMap<String, String>();
        rowCodes.forEach(code -> titles.put(code, ""));
        return new Value(
                List.of(row), TEST_ROW_UNKNOWN, row, nearest.of(row, titles).orElse(null), false);
    }

    private static boolean isDay(String written) {
        Matcher parts = DAY.matcher(written);
        return parts.matches() && made(parts).isPresent();
    }

    private boolean known(ColumnTemplate column, String code) {
        return column.content() instanceof Content.Reference reference
                && vocabularies.of(reference.register()).containsKey(code);
    }

    private static @Nullable String plainNumber(String digits) {
        var number = new BigDecimal(digits);
        if (number.scale() < -SCALE_MAX || number.scale() > SCALE_MAX) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.toPlainString();
    }

    /** {@code 9.144E17} of the file is shown as {@code 9.144E+17}. */
    private static String displayed(String digits) {
        return digits.replaceFirst("[eE](?=[0-9])", "E+");
    }

    private static boolean fullWidthFree(String text) {
        return text.codePoints()
                .noneMatch(c -> c >= 0xFF01 && c <= 0xFF5E && c != 0xFF0C && c != 0xFF1B && c != 0xFF0F);
    }
}
