package org.xinheng.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.Content.CellForm;
import org.xinheng.catalogue.register.Vocabulary;
import org.xinheng.exchange.xlsx.Authorship;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.SheetStyles;
import org.xinheng.exchange.xlsx.StableZip;

/**
 * Makes the spreadsheet that policy staff edit: frozen headings with a comment each, drop-downs fed by the hidden sheet
 * 字典, text cells throughout, technical rows hidden above the headings. The same content gives the same bytes.
 */
final class WorkbookWriter {
    /** Rows below the data that already have the drop-downs and the text format. */
    private static final int SPARE_ROWS = 500;
    /** Spreadsheets count 1/256 of a character. */
    private static final int WIDTH_UNITS = 256;

    private static final int LINE_POINTS = 14;
    /** A spreadsheet row is at most 409 points high. */
    private static final int LINES_MAX = 28;
    /** Sheets wider than this, in characters, print on two pages side by side. */
    private static final int PAGE_WIDTH_MAX = 260;

    private static final int PROMPT_LENGTH_MAX = 250;

    private final WorkbookTemplate template;
    private final Vocabularies vocabularies;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final SheetStyles styles = new SheetStyles(workbook);
    private final Map<String, String> dictionaryRanges = new LinkedHashMap<>();

    private WorkbookWriter(WorkbookTemplate template, Vocabularies vocabularies) {
        this.template = template;
        this.vocabularies = vocabularies;
    }

    /**
     * The bytes of the workbook.
     *
     * @throws IllegalArgumentException where a sheet of the template is missing or its headings differ
     */
    static byte[] write(Mirror content, WorkbookTemplate template, Vocabularies vocabularies) {
        var writer = new WorkbookWriter(template, vocabularies);
        try (XSSFWorkbook workbook = writer.workbook;
                var bytes = new ByteArrayOutputStream()) {
            writer.fill(content);
            workbook.write(bytes);
            return StableZip.pack(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
    }

    private void fill(Mirror content) {
        Authorship.put(workbook, template.title());
        layOutDictionary();
        for (SheetTemplate sheet : template.sheets()) {
            MirrorSheet rows = content.sheet(sheet.name())
                    .orElseThrow(() -> new IllegalArgumentException("sheet `" + sheet.name() + "` is missing"));
            if (!rows.headings().equals(sheet.headings())) {
                throw new IllegalArgumentException("headings of sheet `" + sheet.name() + "` are " + rows.headings()
                        + ", expected " + sheet.headings());
            }
            addSheet(sheet, rows);
        }
        addDictionary();
        workbook.setActiveSheet(0);
    }

    private void addSheet(SheetTemplate layout, MirrorSheet content) {
        XSSFSheet sheet = workbook.createSheet(layout.name());
        addColumns(sheet, layout);
        addTechnicalRows(sheet, layout);
        addHeadings(sheet, layout);
        int at = layout.firstDataRow() - 1;
        for (List<String> texts : content.rows()) {
            XSSFRow row = sheet.createRow(at++);
            row.setHeightInPoints(LINE_POINTS * lines(texts, layout) + 3);
            row.getCTRow().setCustomHeight(false); // so that the row still grows with what is typed
            for (int column = 0; column < texts.size(); column++) {
                XSSFCell cell = row.createCell(column);
                cell.setCellStyle(column == 0 ? styles.code : styles.data);
                if (!texts.get(column).isEmpty()) {
                    cell.setCellValue(texts.get(column));
                }
            }
        }
        addDropDowns(sheet, layout, at - 1 + SPARE_ROWS);
        sheet.createFreezePane(1, layout.headingRow());
        sheet.setZoom(100);
        print(sheet, layout);
    }

    /** How many lines the fullest cell of a row takes; a Chinese character is two wide. */
    private static int lines(List<String> texts, SheetTemplate layout) {
        int most = 1;
        for (int column = 0; column < texts.size(); column++) {
            int lines = 0;
            int room = layout.columns().get(column).width() - 1;
            for (String part : texts.get(column).split("\n", -1)) {
                int wide = part.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
                lines += Math.max(1, (wide + room - 1) / room);
            }
            most = Math.max(most, lines);
        }
        return Math.min(most, LINES_MAX);
    }

    private void addColumns(XSSFSheet sheet, SheetTemplate layout) {
        for (int column = 0; column < layout.columns().size(); column++) {
            sheet.setColumnWidth(column, layout.columns().get(column).width() * WIDTH_UNITS);
            sheet.setDefaultColumnStyle(column, column == 0 ? styles.code : styles.data);
        }
        sheet.setTabColor(SheetStyles.color(layout.name().equals(RuleSheets.TESTS) ? "2F855A" : "1F4E79"));
    }

    private void addTechnicalRows(XSSFSheet sheet, SheetTemplate layout) {
        for (int at = 0; at < layout.technicalRows().size(); at++) {
            List<String> texts = layout.technicalRows().get(at);
            XSSFRow row = sheet.createRow(at);
            row.setZeroHeight(true);
            for (int column = 0; column < texts.size(); column++) {
                XSSFCell cell = row.createCell(column);
                cell.setCellStyle(styles.technical);
                if (!texts.get(column).isEmpty()) {
                    cell.setCellValue(texts.get(column));
                }
            }
        }
        if (!layout.technicalRows().isEmpty()) {
            int row = RuleSheets.patternRow() - 1;
            sheet.addMergedRegion(
                    new CellRangeAddress(row, row, RuleSheets.firstCondition(), RuleSheets.lastCondition()));
        }
    }

    private void addHeadings(XSSFSheet sheet, SheetTemplate layout) {
        XSSFRow row = sheet.createRow(layout.headingRow() - 1);
        row.setHeightInPoints(32);
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        var helper = workbook.getCreationHelper();
        for (int at = 0; at < layout.columns().size(); at++) {
            ColumnTemplate column = layout.columns().get(at);
            XSSFCell cell = row.createCell(at);
            cell.setCellValue(column.heading());
            cell.setCellStyle(headingStyle(column));
            var anchor = helper.createClientAnchor();
            anchor.setCol1(at + 1);
            anchor.setCol2(at + 4);
            anchor.setRow1(layout.headingRow());
            anchor.setRow2(layout.headingRow() + 6);
            XSSFComment comment = drawing.createCellComment(anchor);
            comment.setString(helper.createRichTextString(column.note()));
            comment.setAuthor(Authorship.AUTHOR);
            cell.setCellComment(comment);
        }
    }

    private XSSFCellStyle headingStyle(ColumnTemplate column) {
        return switch (column.part()) {
            case SOURCE -> styles.headingOfSource;
            case OUTCOME -> styles.headingOfOutcome;
            case TITLE, GIVEN -> styles.headingOfCondition;
        };
    }

    private void addDropDowns(XSSFSheet sheet, SheetTemplate layout, int lastRow) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        int firstRow = layout.firstDataRow() - 1;
        for (int at = 0; at < layout.columns().size(); at++) {
            ColumnTemplate column = layout.columns().get(at);
            String range = rangeFor(column.content());
            if (range == null) {
                continue;
            }
            DataValidation validation = helper.createValidation(
                    helper.createFormulaListConstraint(range), new CellRangeAddressList(firstRow, lastRow, at, at));
            validation.setSuppressDropDownArrow(true); // POI's name is the wrong way round: true shows the arrow
            validation.setEmptyCellAllowed(true);
            // several codes joined in one cell are no entry of the list, and must still be let in
            boolean open = column.several() || column.content().open();
            validation.setErrorStyle(open ? DataValidation.ErrorStyle.INFO : DataValidation.ErrorStyle.WARNING);
            validation.setShowErrorBox(!open);
            if (!open) {
                validation.createErrorBox("不在字典中", "这个代码不在登记册中。仍要填写吗?");
            }
            validation.createPromptBox(shortened(column.heading(), 30), prompt(column));
            validation.setShowPromptBox(true);
            sheet.addValidationData(validation);
        }
    }

    private @org.jspecify.annotations.Nullable String rangeFor(Content<?> content) {
        if (content.form() == CellForm.ROW_CODE) {
            SheetTemplate rules = template.sheets().get(0);
            return "'" + rules.name() + "'!$A$" + rules.firstDataRow() + ":$A$" + (rules.firstDataRow() + SPARE_ROWS);
        }
        return dictionaryRanges.get(vocabularies.offeredBy(content).name());
    }

    private String prompt(ColumnTemplate column) {
        var titles = vocabularies.offeredBy(column.content()).titles();
        String all = titles.entrySet().stream()
                .map(word -> word.getKey() + " " + word.getValue())
                .collect(Collectors.joining("\n"));
        int breaks = Math.max(titles.size() - 1, 0); // the file writes each as _x000a_, and the limit is the file's
        if (!all.isEmpty() && all.length() + 6 * breaks <= PROMPT_LENGTH_MAX) {
            return all;
        }
        return shortened(column.note() + "代码与名称对照见字典表。", PROMPT_LENGTH_MAX);
    }

    /** Decides where each set of words will stand in the sheet 字典, so that drop-downs can point there. */
    private void layOutDictionary() {
        int column = 1;
        for (Vocabulary vocabulary : dictionary()) {
            String letters = CellAddress.letters(column);
            dictionaryRanges.put(
                    vocabulary.name(),
                    "'" + WorkbookTemplate.DICTIONARY + "'!$" + letters + "$2:$" + letters + "$"
                            + (vocabulary.titles().size() + 1));
            column += 2;
        }
    }

    private List<Vocabulary> dictionary() {
        var byName = new LinkedHashMap<String, Vocabulary>();
        for (SheetTemplate sheet : template.sheets()) {
            for (ColumnTemplate column : sheet.columns()) {
                Vocabulary offered = vocabularies.offeredBy(column.content());
                if (!offered.titles().isEmpty()) {
                    byName.putIfAbsent(offered.name(), offered);
                }
            }
        }
        return new ArrayList<>(byName.values());
    }

    private void addDictionary() {
        XSSFSheet sheet = workbook.createSheet(WorkbookTemplate.DICTIONARY);
        int column = 0;
        for (Vocabulary vocabulary : dictionary()) {
            put(sheet, 0, column, vocabulary.name(), styles.headingOfCondition);
            put(sheet, 0, column + 1, "名称", styles.headingOfCondition);
            int row = 1;
            for (Map.Entry<String, String> word : vocabulary.titles().entrySet()) {
                put(sheet, row, column, word.getKey(), styles.code);
                put(sheet, row, column + 1, word.getValue(), styles.data);
                row++;
            }
            sheet.setColumnWidth(column, 30 * WIDTH_UNITS);
            sheet.setColumnWidth(column + 1, 30 * WIDTH_UNITS);
            column += 2;
        }
        sheet.createFreezePane(0, 1);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    private static void put(XSSFSheet sheet, int rowAt, int column, String text, XSSFCellStyle style) {
        XSSFRow row = sheet.getRow(rowAt) == null ? sheet.createRow(rowAt) : sheet.getRow(rowAt);
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(shortened(text, SpreadsheetVersion.EXCEL2007.getMaxTextLength()));
        cell.setCellStyle(style);
    }

    private static void print(XSSFSheet sheet, SheetTemplate layout) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A3_PAPERSIZE);
        sheet.setFitToPage(true);
        int width = layout.columns().stream().mapToInt(ColumnTemplate::width).sum();
        sheet.getPrintSetup().setFitWidth((short) (width > PAGE_WIDTH_MAX ? 2 : 1));
        sheet.getPrintSetup().setFitHeight((short) 0);
        int heading = layout.headingRow() - 1;
        sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
        sheet.getFooter().setCenter("&A  &P / &N");
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
