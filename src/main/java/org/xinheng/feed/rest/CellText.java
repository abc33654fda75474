package org.xinheng.feed.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.feed.FeedSheets.Kind;
import org.xinheng.feed.FeedSheets.SheetCell;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/**
 * What spreadsheets do to texts and days, told or undone. Undone is only what can be read in one way: a day in another
 * order of writing. A number that lost digits, a formula and a day that became a number are told.
 */
final class CellText {
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]0{1,2}:00(?::00)?(?:\\.0+)?)?");
    private static final Pattern COMPACT_DAY = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]{1,3}");
    private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(?:\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("([0-9]+)(?:\\.0+)?");
    /** A spreadsheet keeps no more digits of a number. */
    private static final int DIGITS_EXACT = 15;
    /** Day 0 of the serial numbers of days after February 1900. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private CellText() {}

    /** What is wrong with a cell before anybody asks what it means. */
    static Optional<Fault> fault(String pointer, SheetCell cell, boolean day) {
        if (cell.formula()) {
            return Optional.of(Fault.at(pointer, ErrorCode.CELL_FORMULA));
        }
        String text = cell.text().strip();
        if (cell.kind() == Kind.ERROR
                || (text.startsWith("#") && text.matches("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)"))) {
            return Optional.of(Fault.at(pointer, ErrorCode.CELL_ERROR, shortened(text)));
        }
        if (SCIENTIFIC.matcher(text).matches() || (cell.kind() == Kind.NUMBER && digits(text) > DIGITS_EXACT)) {
            return Optional.of(Fault.at(pointer, ErrorCode.CELL_SCIENTIFIC, shortened(text)));
        }
        if (day && SERIAL.matcher(text).matches()) {
            LocalDate meant = EPOCH.plusDays((long) Double.parseDouble(text));
            return Optional.of(Fault.at(pointer, ErrorCode.CELL_DATE_SERIAL, text, meant.toString()));
        }
        return Optional.empty();
    }

    /** The text of a cell: a whole number without the point that the file may put behind it. */
    static String of(SheetCell cell) {
        String text = cell.text().strip();
        Matcher whole = WHOLE.matcher(text);
        return cell.kind() == Kind.NUMBER && whole.matches() ? whole.group(1) : text;
    }

    /** A day as {@code yyyy-MM-dd} where the text can be read as one, otherwise the text itself. */
    static String day(String text) {
        LocalDate day = read(DAY.matcher(text));
        day = day == null ? read(COMPACT_DAY.matcher(text)) : day;
        return day == null ? text : day.toString();
    }

    private static @Nullable LocalDate read(Matcher written) {
        if (!written.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int digits(String number) {
        return (int) number.chars().filter(Character::isDigit).count();
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
