package org.xinheng.exchange.workbook;

import static org.xinheng.release.gate.FindingCode.*;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.Content.CellForm;
import org.xinheng.catalogue.register.KnownWords;
import org.xinheng.catalogue.register.Misfit;
import org.xinheng.exchange.xlsx.Cell;
import org.xinheng.exchange.xlsx.Cell.Kind;
import org.xinheng.release.gate.FindingCode;

/**
 * Reads the value of one cell by what its column may hold. At most one finding a cell; where it is plain what was
 * meant, the mended value is read on, so that one slip has one finding.
 */
final class ValueReader {
    private static final int TEXT_LENGTH_MAX = 2000;
    private static final int SCALE_MAX = 40;
    private static final Pattern OUTER_SPACES =
            Pattern.compile("^[\\p{Z}\\t\\u200B\\uFEFF]+|[\\p{Z}\\t\\u200B\\uFEFF]+$");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\u2028\\u2029]+\\s*");
    private static final Pattern OTHER_SEPARATORS = Pattern.compile("\\s*[,;/|，；／]\\s*|(?<=\\S)\\s+(?=\\S)|、{2,}");
    /** What a spreadsheet program makes of a long code, once it has been turned into text. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.][0-9]+)?E[+][0-9]{1,3}");

    private final KnownWords known;

    ValueReader(KnownWords known) {
        this.known = known;
    }

    /**
     * Reads a cell.
     *
     * @param technical whether the text goes into a rule as it stands (sheet 措施)
     */
    CellValue read(Cell cell, ColumnTemplate column, boolean technical) {
        if (cell.kind() == Kind.ERROR) {
            return CellValue.broken(ERROR_VALUE, cell.text(), null);
        }
        if (cell.formula()) {
            return CellValue.broken(cell.text().isEmpty() ? FORMULA_WITHOUT_VALUE : FORMULA, cell.text(), null);
        }
        if (cell.text().length() > TEXT_LENGTH_MAX) {
            return CellValue.broken(TEXT_TOO_LONG, cell.text().substring(0, 20) + "…", String.valueOf(TEXT_LENGTH_MAX));
        }
        return switch (column.content().form()) {
            case WORDS -> words(cell, technical);
            case DAY -> DayCell.read(cell);
            case FIGURE, CODE, ROW_CODE -> coded(cell, column);
        };
    }

    private static CellValue words(Cell cell, boolean technical) {
        String text = OUTER_SPACES.matcher(cell.text()).replaceAll("");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean breaks = c == '\n' || c == '\r';
            if (technical && breaks) {
                return CellValue.broken(LINE_BREAK, text, BREAKS.matcher(text).replaceAll(""));
            }
            boolean forbidden = technical && "\"\\()".indexOf(c) >= 0;
            if (forbidden || (Character.isISOControl(c) && !breaks)) {
                return CellValue.broken(FORBIDDEN_CHARACTER, String.valueOf(c), null);
            }
        }
        return text.isEmpty() ? CellValue.BLANK : CellValue.fine(List.of(text));
    }

    private CellValue coded(Cell cell, ColumnTemplate column) {
        FindingCode fault = null;
        String text = cell.text();
        if (cell.kind() == Kind.DAY || cell.kind() == Kind.DAY_AND_TIME) {
            String month = text.substring(0, 7);
            return CellValue.broken(DATE_FOR_TEXT, text, known(column.content(), month) ? month : null);
        }
        if (cell.kind() == Kind.NUMBER) {
            String plain = plainNumber(text);
            if (plain == null || Math.max(plain.length(), text.length()) > 15 || text.matches(".*[eE].*")) {
                return CellValue.broken(SCIENTIFIC_NUMBER, displayed(text), null);
            }
            fault = column.content().form() == CellForm.FIGURE ? null : NUMBER_FOR_TEXT;
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
            return CellValue.BLANK;
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return CellValue.broken(SCIENTIFIC_NUMBER, text, null);
        }
        List<String> parts = List.of(text);
        if (column.several()) {
            String joined = OTHER_SEPARATORS.matcher(text).replaceAll(ColumnTemplate.SEPARATOR);
            joined = joined.replaceAll("^、+|、+$", "");
            fault = fault == null && !joined.equals(text) ? WRONG_SEPARATOR : fault;
            parts = List.of(joined.split("\\s*、\\s*", -1));
        } else if (text.contains(ColumnTemplate.SEPARATOR)) {
            return CellValue.broken(ONE_CODE_ONLY, text, null);
        }
        return checked(cell.text(), parts, fault, column.content());
    }

    /** Checks every part, and says the first thing that is wrong with the cell. */
    private CellValue checked(String written, List<String> parts, @Nullable FindingCode fault, Content<?> content) {
        if (fault != null) {
            String mended = String.join(ColumnTemplate.SEPARATOR, parts);
            return parts.stream().allMatch(part -> content.misfit(part, known) == null)
                    ? CellValue.mended(parts, fault, written, mended)
                    : CellValue.broken(fault, written, mended);
        }
        var seen = new HashSet<String>();
        var unknown = new ArrayList<Misfit>();
        for (String part : parts) {
            if (!seen.add(part)) {
                var once = new ArrayList<>(new LinkedHashSet<>(parts));
                return CellValue.mended(once, CODE_REPEATED, part, String.join(ColumnTemplate.SEPARATOR, once));
            }
            Misfit misfit = content.misfit(part, known);
            if (misfit != null && !misfit.reason().readable()) {
                return CellValue.broken(misfit);
            }
            if (misfit != null) {
                unknown.add(misfit);
            }
        }
        return unknown.isEmpty() ? CellValue.fine(parts) : unknown(parts, unknown);
    }

    /** Several unknown codes of one cell are one finding. */
    private static CellValue unknown(List<String> parts, List<Misfit> unknown) {
        String found = unknown.stream().map(Misfit::found).collect(Collectors.joining(ColumnTemplate.SEPARATOR));
        String expected = unknown.stream()
                .map(Misfit::expected)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(ColumnTemplate.SEPARATOR));
        return CellValue.mended(parts, CellValue.code(unknown.get(0)), found, expected.isEmpty() ? null : expected);
    }

    private boolean known(Content<?> content, String code) {
        return content.register()
                .filter(register -> known.codes(register).containsKey(code))
                .isPresent();
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
