package org.xinheng.exchange.workbook;

import static org.xinheng.release.gate.FindingCode.DATE_IMPOSSIBLE;
import static org.xinheng.release.gate.FindingCode.DATE_MALFORMED;
import static org.xinheng.release.gate.FindingCode.DATE_WITH_TIME;
import static org.xinheng.release.gate.FindingCode.FULL_WIDTH;
import static org.xinheng.release.gate.FindingCode.STRAY_BLANK;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.exchange.xlsx.Cell;
import org.xinheng.exchange.xlsx.Cell.Kind;

/** Reads a cell that holds a day. */
final class DayCell {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;
    private static final String FORM = "yyyy-MM-dd";
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DAY_OTHERWISE =
            Pattern.compile("([0-9]{4})\\s*[-/.年]?\\s*([0-9]{1,2})\\s*[-/.月]?\\s*([0-9]{1,2})\\s*日?");
    private static final Pattern DAY_WITH_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:. ]+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\u200B\\uFEFF]+");

    private DayCell() {}

    static CellValue read(Cell cell) {
        String text = cell.text();
        if (cell.kind() == Kind.DAY) {
            return inRange(LocalDate.parse(text), text);
        }
        if (cell.kind() == Kind.DAY_AND_TIME || DAY_WITH_TIME.matcher(text).matches()) {
            return CellValue.broken(DATE_WITH_TIME, text, text.substring(0, FORM.length()));
        }
        if (cell.kind() != Kind.TEXT) {
            return CellValue.broken(DATE_MALFORMED, text, FORM);
        }
        Matcher exact = DAY.matcher(text);
        if (exact.matches()) {
            return made(exact).map(day -> inRange(day, text)).orElse(CellValue.broken(DATE_IMPOSSIBLE, text, null));
        }
        String plain =
                SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        Matcher mended = DAY.matcher(plain);
        if (mended.matches()) {
            return made(mended).isPresent()
                    ? CellValue.mended(
                            List.of(plain), plain.length() == text.length() ? FULL_WIDTH : STRAY_BLANK, text, plain)
                    : CellValue.broken(DATE_IMPOSSIBLE, text, null);
        }
        Matcher otherwise = DAY_OTHERWISE.matcher(plain);
        if (!otherwise.matches()) {
            return CellValue.broken(DATE_MALFORMED, text, FORM);
        }
        return made(otherwise)
                .map(LocalDate::toString)
                .map(meant -> CellValue.mended(List.of(meant), DATE_MALFORMED, text, meant))
                .orElse(CellValue.broken(DATE_IMPOSSIBLE, text, FORM));
    }

    /** Whether it is a day of the calendar. */
    static boolean isDay(String written) {
        Matcher parts = DAY.matcher(written);
        return parts.matches() && made(parts).isPresent();
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

    private static CellValue inRange(LocalDate day, String text) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? CellValue.broken(DATE_IMPOSSIBLE, text, FIRST_YEAR + "–" + LAST_YEAR)
                : CellValue.fine(List.of(day.toString()));
    }
}
