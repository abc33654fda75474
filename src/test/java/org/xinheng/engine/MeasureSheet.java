package org.xinheng.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.RuleTableHead;

/** Writes rows as a sheet 措施 with its technical rows and nothing else, for tests. */
final class MeasureSheet {
    private static final List<RuleColumn> COLUMNS = List.of(RuleColumn.values());

    private MeasureSheet() {}

    static byte[] of(List<MeasureRule> rules) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("措施");
            pair(sheet.createRow(0), RuleTableHead.RULE_SET_KEYWORD, RuleTableHead.RULE_SET);
            pair(sheet.createRow(1), RuleTableHead.IMPORT_KEYWORD, RuleTableHead.IMPORT);
            pair(sheet.createRow(2), RuleTableHead.VARIABLES_KEYWORD, RuleTableHead.VARIABLES);
            sheet.createRow(3).createCell(0).setCellValue(RuleTableHead.RULE_TABLE);
            var kinds = sheet.createRow(4);
            var patterns = sheet.createRow(5);
            var snippets = sheet.createRow(6);
            var headings = sheet.createRow(7);
            for (int at = 0; at < COLUMNS.size(); at++) {
                RuleColumn column = COLUMNS.get(at);
                int here = at;
                kinds.createCell(at).setCellValue(column.kind().name());
                column.snippet().ifPresent(text -> snippets.createCell(here).setCellValue(text));
                if (column.condition()) {
                    patterns.createCell(at);
                }
                headings.createCell(at).setCellValue(column.heading());
            }
            patterns.getCell(COLUMNS.indexOf(RuleColumn.LIST_KIND)).setCellValue(RuleTableHead.PATTERN);
            sheet.addMergedRegion(new CellRangeAddress(
                    5, 5, COLUMNS.indexOf(RuleColumn.LIST_KIND), COLUMNS.indexOf(RuleColumn.VALID_TO)));
            for (int i = 0; i < rules.size(); i++) {
                var row = sheet.createRow(8 + i);
                for (RuleColumn column : COLUMNS) {
                    String text = cell(rules.get(i), column);
                    if (!text.isEmpty()) {
                        row.createCell(COLUMNS.indexOf(column)).setCellValue(text);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the cell of a row says, empty for a blank one. */
    static String cell(MeasureRule rule, RuleColumn column) {
        return switch (column) {
            case CODE -> rule.code();
            case LIST_KIND -> join(rule.listKinds());
            case GROUND -> join(rule.grounds());
            case GRAVITY -> join(rule.gravities());
            case SUBJECT_TYPE -> join(rule.subjectTypes());
            case ROLE -> join(rule.roles());
            case LISTING_REGION -> join(rule.listingRegions());
            case MATTER_REGION -> join(rule.matterRegions());
            case MATTER -> join(rule.matters());
            case SECTOR -> join(rule.sectors());
            case ITEM -> join(rule.items());
            case LEGALLY_REQUIRED_TENDER -> yesOrNo(rule.legallyRequiredTender());
            case GOVERNMENT_INVESTED -> yesOrNo(rule.governmentInvested());
            case AGENCY_KIND -> join(rule.agencyKinds());
            case LEGAL_BASIS -> join(rule.legalBases());
            case VALID_FROM -> text(rule.validity().from());
            case VALID_TO -> text(rule.validity().to());
            case MEASURE_ITEM -> text(rule.measureItem());
            case MEASURE -> rule.measure();
            case EFFECT -> rule.effect().name();
            case TERM -> term(rule.term());
            case COUNTED_FROM -> text(rule.term().countedFrom());
            case MEMORANDUM -> text(rule.memorandum());
            case EXCLUDED_BY -> join(rule.excludedBy());
            case LAST_CHECKED -> rule.lastChecked();
        };
    }

    private static String term(MeasureTerm term) {
        var length = term.length();
        return length == null
                ? term.kind().name()
                : term.kind().name() + " " + length.count() + " "
                        + length.unit().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void pair(Row row, String keyword, String value) {
        row.createCell(0).setCellValue(keyword);
        row.createCell(1).setCellValue(value);
    }

    private static String join(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().collect(Collectors.joining(RuleTableHead.CODE_SEPARATOR));
    }

    private static String yesOrNo(@Nullable Boolean value) {
        return value == null ? "" : value ? "YES" : "NO";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
