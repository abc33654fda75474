package org.xinheng.exchange.workbook;

import static org.xinheng.exchange.workbook.GoodBook.RULES;
import static org.xinheng.release.Workbook.REGISTERS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xinheng.exchange.xlsx.PackageGuard;

/** Every fault of the catalogue, each as the good book broken in one place. */
final class Faults {
    private static final int FIRST_DATA_ROW = 8;

    private Faults() {}

    static Map<String, UnaryOperator<GoodBook>> all() {
        var faults = new LinkedHashMap<String, UnaryOperator<GoodBook>>();
        files(faults);
        structure(faults);
        values(faults);
        days(faults);
        registers(faults);
        rows(faults);
        pairs(faults);
        tests(faults);
        return faults;
    }

    private static void files(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("csv-renamed", book -> book.bytes(RULES, b -> "行代码,名单种类\n".getBytes(StandardCharsets.UTF_8)));
        faults.put("empty-file", book -> book.bytes(RULES, b -> new byte[0]));
        faults.put("cut-short", book -> book.bytes(RULES, b -> java.util.Arrays.copyOf(b, b.length / 2)));
        faults.put("old-xls", book -> book.bytes(RULES, b -> oldFormat()));
        faults.put("encrypted", book -> book.bytes(RULES, Faults::encrypted));
        faults.put("macro", book -> book.bytes(RULES, b -> withPart(b, "xl/vbaProject.bin", new byte[10])));
        faults.put(
                "external-link",
                book -> book.bytes(
                        RULES,
                        b -> withPart(
                                b, "xl/externalLinks/externalLink1.xml", "<x/>".getBytes(StandardCharsets.UTF_8))));
        faults.put("embedded-object", book -> book.bytes(RULES, b -> withPart(b, "xl/embeddings/a.bin", new byte[9])));
        faults.put(
                "xml-entity",
                book -> book.bytes(
                        RULES,
                        b -> withPart(
                                b,
                                "xl/extra.xml",
                                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"
                                        .getBytes(StandardCharsets.UTF_8))));
        faults.put("zip-bomb", book -> book.bytes(RULES, b -> withPart(b, "xl/media/zero.bin", new byte[64 << 20])));
        faults.put("too-large", book -> book.bytes(RULES, b -> new byte[PackageGuard.BYTES_MAX + 1]));
        faults.put("registers-missing", book -> book.without(REGISTERS));
    }

    private static void structure(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("sheet-missing", book -> book.edit(RULES, wb -> wb.removeSheetAt(wb.getSheetIndex("测试"))));
        faults.put(
                "sheet-doubled",
                book -> book.edit(
                        RULES,
                        wb -> wb.setSheetName(wb.getSheetIndex(wb.cloneSheet(wb.getSheetIndex("测试"))), "测试 (2)")));
        faults.put(
                "sheet-name-twice",
                book -> book.bytes(RULES, b -> changed(b, "xl/workbook.xml", xml -> xml.replace("\"字典\"", "\"测试\""))));
        faults.put("sheet-moved", book -> book.edit(RULES, wb -> wb.setSheetOrder("措施", 1)));
        faults.put(
                "sheet-hidden", book -> book.edit(RULES, wb -> wb.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN)));
        faults.put(
                "sheet-of-notes",
                book -> book.edit(
                        RULES,
                        wb -> wb.createSheet("备注").createRow(0).createCell(0).setCellValue("待核")));
        faults.put(
                "second-rule-sheet",
                book -> book.edit(
                        RULES,
                        wb -> wb.createSheet("补充").createRow(3).createCell(0).setCellValue("RuleTable 补充")));
        faults.put(
                "technical-row-changed",
                book -> rules(book, sheet -> sheet.getRow(6).getCell(8).setCellValue("matter == \"$param\"")));
        faults.put(
                "heading-renamed",
                book -> rules(book, sheet -> sheet.getRow(7).getCell(8).setCellValue("事项")));
        faults.put(
                "heading-moved",
                book -> rules(book, sheet -> {
                    sheet.getRow(7).getCell(8).setCellValue("行业");
                    sheet.getRow(7).getCell(9).setCellValue("办理事项");
                }));
        faults.put(
                "heading-doubled",
                book -> rules(book, sheet -> sheet.getRow(7).getCell(9).setCellValue("办理事项")));
        faults.put(
                "cell-outside-table",
                book -> rules(
                        book,
                        sheet -> sheet.getRow(FIRST_DATA_ROW).createCell(27).setCellValue("备注")));
        faults.put(
                "column-added",
                book -> rules(book, sheet -> {
                    sheet.getRow(7).createCell(25).setCellValue("备注");
                    for (int row = FIRST_DATA_ROW; row < FIRST_DATA_ROW + 5; row++) {
                        sheet.getRow(row).createCell(25).setCellValue("待核" + row);
                    }
                }));
        faults.put("column-put-in", book -> rules(book, Faults::columnPutIn));
        faults.put(
                "merged-cells",
                book -> rules(book, sheet -> {
                    sheet.getRow(10).getCell(1).setBlank();
                    sheet.addMergedRegion(new CellRangeAddress(9, 10, 1, 1));
                }));
        faults.put("blank-row", book -> rules(book, sheet -> sheet.shiftRows(10, sheet.getLastRowNum(), 1)));
        faults.put("rows-after-gap", book -> rules(book, sheet -> sheet.shiftRows(12, sheet.getLastRowNum(), 30)));
        faults.put(
                "remark-below-the-rows",
                book -> rules(
                        book,
                        sheet -> sheet.createRow(sheet.getLastRowNum() + 1)
                                .createCell(8)
                                .setCellValue("以上共六行")));
        faults.put(
                "remark-beside-nothing",
                book -> rules(
                        book,
                        sheet -> sheet.createRow(sheet.getLastRowNum() + 1)
                                .createCell(27)
                                .setCellValue("待核")));
        faults.put(
                "register-sheet-missing",
                book -> book.edit(REGISTERS, wb -> wb.removeSheetAt(wb.getSheetIndex("法规依据"))));
        faults.put("too-many-rows", book -> book.bytes(RULES, b -> longer(b, "xl/worksheets/sheet1.xml", 20_000)));
        faults.put("hidden-row", book -> rules(book, sheet -> sheet.getRow(9).setZeroHeight(true)));
        faults.put("hidden-column", book -> rules(book, sheet -> sheet.setColumnHidden(14, true)));
        faults.put(
                "filtered-rows",
                book -> rules(book, sheet -> {
                            sheet.setAutoFilter(CellRangeAddress.valueOf("A8:Y14"));
                            sheet.getRow(12).setZeroHeight(true);
                            sheet.getRow(13).setZeroHeight(true);
                        })
                        .bytes(RULES, b -> changed(b, "xl/worksheets/sheet1.xml", Faults::filteredByListKind)));
        faults.put(
                "no-data",
                book -> rules(book, sheet -> {
                    for (int row = sheet.getLastRowNum(); row >= FIRST_DATA_ROW; row--) {
                        sheet.removeRow(sheet.getRow(row));
                    }
                }));
        faults.put(
                "date-system-1904",
                book -> book.edit(
                        RULES, wb -> wb.getCTWorkbook().getWorkbookPr().setDate1904(true)));
    }

    private static void values(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("code-unknown", book -> book.rule("ZFCG-001", "办理事项", "GOVERMENT_PROCUREMENT_QUALIFICATION"));
        faults.put("title-for-code", book -> book.rule("ZFCG-001", "措施", "禁止参加政府采购活动"));
        faults.put("word-unknown", book -> book.rule("ZFCG-001", "效力", "禁止"));
        faults.put("required-cell-empty", book -> book.cell("措施", "ZFCG-001", "最后核对", Cell::setBlank));
        faults.put("role-missing", book -> book.cell("措施", "ZFCG-001", "责任人员角色", Cell::setBlank));
        faults.put("row-code-malformed", book -> book.rule("ZFCG-002", "行代码", "zfcg 2号"));
        faults.put("number-for-text", book -> book.cell("措施", "ZFCG-003", "办理地区", cell -> cell.setCellValue(420000)));
        faults.put(
                "code-as-scientific-number",
                book -> book.cell("测试", "T-ZFCG-001", "用例", cell -> cell.setCellValue(9.144E+17)));
        faults.put("scientific-number-as-text", book -> book.rule("ZFCG-003", "行代码", "9.144E+17"));
        faults.put("two-codes-unknown", book -> book.rule("ZFCG-001", "认定事由", "ZFCG-9、ZFCG-2、CZFG-1"));
        faults.put("code-like-no-other", book -> book.rule("ZFCG-001", "备忘录", "QUITE-SOMETHING-ELSE"));
        faults.put("full-width-digits", book -> book.rule("ZFCG-003", "办理地区", "４２００００"));
        faults.put("code-became-a-date", book -> book.cell("措施", "ZFCG-001", "措施项", cell -> day(cell, 2024, 1)));
        faults.put("full-width", book -> book.rule("ZFCG-001", "措施", "ＺＦ－０１"));
        faults.put("trailing-blank", book -> book.rule("ZFCG-001", "措施", "ZF-01 "));
        faults.put("ideographic-blank", book -> book.rule("ZFCG-001", "名单种类", "\u3000ZFCG"));
        faults.put("line-break", book -> book.rule("ZFCG-001", "法规依据", "ZFCGF-77\n"));
        faults.put("wrong-separator", book -> book.rule("ZFCG-001", "认定事由", "ZFCG-1,ZFCG-2"));
        faults.put("two-separators", book -> book.rule("ZFCG-001", "认定事由", "ZFCG-1、、ZFCG-2"));
        faults.put("several-where-one", book -> book.rule("ZFCG-001", "效力", "PROHIBIT、RESTRICT"));
        faults.put("code-repeated", book -> book.rule("ZFCG-001", "认定事由", "ZFCG-2、ZFCG-2"));
        faults.put(
                "formula",
                book -> book.cell("措施", "ZFCG-001", "措施", cell -> {
                    cell.setCellFormula("\"ZF-\"&\"01\"");
                    cell.getSheet()
                            .getWorkbook()
                            .getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluateFormulaCell(cell);
                }));
        faults.put(
                "formula-without-value",
                book -> book.cell("措施", "ZFCG-001", "措施", cell -> {
                    cell.setCellFormula("\"ZF-\"&\"01\"");
                    ((XSSFCell) cell).getCTCell().unsetV();
                }));
        faults.put(
                "formula-with-error",
                book -> book.cell("措施", "ZFCG-001", "效力", cell -> {
                    cell.setCellFormula("1/0");
                    cell.setCellErrorValue(FormulaError.DIV0.getCode());
                }));
        faults.put("error-value", book -> book.cell("措施", "ZFCG-001", "效力", cell -> cell.setCellErrorValue((byte) 7)));
        faults.put("term-malformed", book -> book.rule("ZFCG-004", "期限", "FIXED 5年"));
        faults.put("number-malformed", book -> book.register("办理事项", "CREDIT_GRANTING", "反馈期限日", "三十"));
        faults.put("forbidden-character", book -> book.rule("ZFCG-001", "最后核对", "读自\"汇编\""));
        faults.put("text-too-long", book -> book.rule("ZFCG-001", "最后核对", "长".repeat(2001)));
    }

    private static void days(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("day-impossible", book -> book.rule("ZFCG-001", "有效期自", "2024-13-45"));
        faults.put("day-2026-02-30", book -> book.rule("ZFCG-001", "有效期自", "2026-02-30"));
        faults.put("day-with-slashes", book -> book.rule("ZFCG-001", "有效期自", "2024/3/1"));
        faults.put("day-with-dots", book -> book.rule("ZFCG-001", "有效期自", "2024.3.1"));
        faults.put("day-in-chinese", book -> book.rule("ZFCG-001", "有效期自", "2024年3月1日"));
        faults.put("day-without-dashes", book -> book.rule("ZFCG-001", "有效期自", "20240301"));
        faults.put("day-american", book -> book.rule("ZFCG-001", "有效期自", "3/1/2024"));
        faults.put("day-full-width", book -> book.rule("ZFCG-001", "有效期自", "２０２４-03-01"));
        faults.put(
                "day-with-time",
                book -> book.cell("措施", "ZFCG-001", "有效期自", cell -> {
                    var style = cell.getSheet().getWorkbook().createCellStyle();
                    style.setDataFormat((short) 22);
                    cell.setCellValue(LocalDateTime.of(2024, 3, 1, 12, 30));
                    cell.setCellStyle(style);
                }));
        faults.put("day-with-time-as-text", book -> book.rule("ZFCG-001", "有效期自", "2024-03-01 08:00"));
        faults.put("day-impossible-with-slashes", book -> book.rule("ZFCG-001", "有效期自", "2024/13/45"));
        faults.put("day-as-number", book -> book.cell("措施", "ZFCG-001", "有效期自", cell -> cell.setCellValue(45352)));
        faults.put(
                "from-after-to",
                book -> book.rule("ZFCG-001", "有效期自", "2025-01-01").rule("ZFCG-001", "有效期至", "2024-12-31"));
    }

    private static void registers(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("register-code-twice", book -> book.register("部门", "WH-YH", "代码", "WH-CZJ"));
        faults.put("register-reference-unknown", book -> book.register("部门", "WH-YH", "类别", "BANKS"));
        faults.put("terms-reversed", book -> book.register("法规依据", "ZFCGF-77", "最短期限", "5 years"));
        faults.put("list-without-ground", book -> book.register("认定事由", "AJNSR-1", "名单种类", "ZFCG"));
        faults.put("matter-without-agency", book -> book.register("部门", "WH-YH", "类别", "FINANCE"));
        faults.put("region-without-parent", book -> book.register("地区", "430000", "上级", ""));
        faults.put("region-cycle", book -> book.register("地区", "420000", "上级", "420100"));
        faults.put("local-basis-without-region", book -> book.register("法规依据", "HBTL-32", "适用地区", ""));
        faults.put("region-of-national-basis", book -> book.register("法规依据", "ZBTBF-53", "适用地区", "420000"));
        faults.put("prompt-orders", book -> book.register("措施", "XD-01", "提示语", "金融机构不得授信"));
        faults.put(
                "list-kind-without-rows",
                book -> added(
                        added(
                                book,
                                "名单目录",
                                "SCJG",
                                "市场监管严重违法失信名单",
                                "BLACK",
                                "LIST",
                                "NATIONAL",
                                "FINANCE",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "NO",
                                "",
                                "NO"),
                        "认定事由",
                        "SCJG-1",
                        "SCJG",
                        "食品安全严重违法",
                        "",
                        "NO"));
        faults.put("matter-without-rows", book -> added(book, "办理事项", "HONOUR_AWARD", "评先评优", "FINANCE"));
        faults.put("memorandum-without-rows", book -> book.cell("措施", "ZFCG-001", "备忘录", Cell::setBlank));
    }

    private static void rows(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("row-catches-all", book -> book.cell("措施", "ZFCG-002", "办理事项", Cell::setBlank));
        faults.put("ground-of-another-list", book -> book.rule("ZFCG-001", "认定事由", "TBJZ-1"));
        faults.put("agency-that-may-not", book -> book.rule("TBJZ-001", "机构类别", "BANK"));
        faults.put("item-of-another-matter", book -> book.rule("ZFCG-004", "许可职业职务", "WORKS"));
        faults.put("organisation-in-a-role", book -> book.rule("ZFCG-004", "主体类型", "ORGANISATION"));
        faults.put(
                "local-list-elsewhere",
                book -> book.register("名单目录", "ZFCG", "范围", "LOCAL")
                        .rule("ZFCG-003", "法规依据", "HBTL-32、HNTL-20")
                        .rule("ZFCG-003", "名单地区", "430000"));
        faults.put("roles-mixed", book -> book.rule("ZFCG-004", "责任人员角色", "LISTED_SUBJECT、PRINCIPAL"));
        faults.put(
                "outside-basis-dates",
                book -> book.rule("ZFCG-001", "法规依据", "ZFCGF-77、ZFCGF-OLD").rule("ZFCG-001", "有效期自", "2020-01-01"));
        faults.put("outside-basis-first-day", book -> book.rule("ZFCG-004", "有效期自", "2015-09-30"));
        faults.put(
                "outside-basis-last-day",
                book -> book.register("法规依据", "ZBTBF-53", "失效日", "2027-12-31").rule("TBJZ-001", "有效期至", "2028-01-01"));
        faults.put("outside-list-dates", book -> book.register("名单目录", "ZFCG", "法规依据", "ZFCGF-OLD"));
        faults.put("basis-unknown", book -> book.rule("ZFCG-001", "法规依据", "ZFCGF-78"));
        faults.put("only-a-departmental-rule-behind-it", book -> book.register("法规依据", "ZFCGF-77", "层级", "部门规章"));
        faults.put("basis-not-in-force", book -> book.register("法规依据", "ZBTBF-53", "失效日", "2025-12-31"));
        faults.put("only-a-notice-behind-it", book -> book.rule("ZFCG-001", "法规依据", "CK-125"));
        faults.put("local-basis-nationwide", book -> book.cell("措施", "ZFCG-003", "办理地区", Cell::setBlank));
        faults.put(
                "basis-unverified",
                book -> book.register("法规依据", "ZBTBF-53", "已核实", "NO")
                        .cell("测试", "T-TBJZ-001", "期望适用", Cell::setBlank)
                        .cell("测试", "T-TBJZ-001", "期望截止", Cell::setBlank)
                        .cell("测试", "T-TBJZ-001", "期望保留", cell -> cell.setCellValue("TBJZ-001=BASIS_UNVERIFIED"))
                        .cell("测试", "T-TBJZ-002", "期望保留", cell -> cell.setCellValue("TBJZ-001=BASIS_UNVERIFIED")));
        faults.put("effect-above-ceiling", book -> book.rule("ZFCG-003", "效力", "RESTRICT"));
        faults.put("term-above-longest", book -> book.rule("ZFCG-004", "期限", "FIXED 10 years"));
        faults.put("life-above-longest", book -> book.rule("ZFCG-004", "期限", "LIFE"));
        faults.put("term-below-least", book -> book.rule("ZFCG-004", "期限", "FIXED 6 months"));
        faults.put(
                "term-above-longest-in-force",
                book -> withoutBeginning(book.rule("ZFCG-004", "期限", "FIXED 10 years"))
                        .rule("ZFCG-004", "法规依据", "SPF-135、ZFCGF-OLD"));
        faults.put(
                "term-below-least-in-force",
                book -> withoutBeginning(book.rule("ZFCG-004", "期限", "FIXED 6 months"))
                        .rule("ZFCG-004", "法规依据", "SPF-135、ZFCGF-OLD")
                        .register("法规依据", "ZFCGF-OLD", "最短期限", "3 months"));
        faults.put("counted-from-missing", book -> book.cell("措施", "ZFCG-004", "期限起算", Cell::setBlank));
        faults.put(
                "class-three-orders",
                book -> book.rule("ZFCG-002", "效力", "CAUTION").rule("ZFCG-002", "法规依据", "GF33-10"));
        faults.put("measure-item-missing", book -> book.cell("措施", "ZFCG-001", "措施项", Cell::setBlank));
        faults.put("measure-item-in-reward", book -> book.rule("AJNSR-001", "措施项", "2024-12"));
        faults.put("measure-item-of-old-edition", book -> book.rule("ZFCG-001", "措施项", "2022-01"));
        faults.put("nature-and-effect", book -> book.rule("ZFCG-001", "措施", "SS-01"));
        faults.put("reward-without-exclusion", book -> book.cell("措施", "AJNSR-001", "排除名单", Cell::setBlank));
        faults.put("punishment-with-exclusion", book -> book.rule("ZFCG-001", "排除名单", "ALL_BLACK"));
        faults.put("region-without-statute", book -> book.rule("ZFCG-003", "办理地区", "430000"));
    }

    private static void pairs(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put("row-code-twice", book -> copyOf(book, "ZFCG-001", "办理事项", "TENDER_QUALIFICATION", "ZFCG-001"));
        faults.put("row-twice", book -> copyOf(book, "ZFCG-001", "", "", "ZFCG-005"));
        faults.put("row-covered", book -> copyOf(book, "ZFCG-001", "严重程度", "SERIOUS", "ZFCG-005"));
        faults.put("row-twice-with-its-code", book -> copyOf(book, "ZFCG-001", "", "", "ZFCG-001"));
        faults.put(
                "supplement-repeats",
                book -> copyOf(book, "ZFCG-001", "效力", "CAUTION", "ZFCG-005")
                        .rule("ZFCG-005", "办理地区", "420100")
                        .rule("ZFCG-005", "法规依据", "HBTL-32"));
        faults.put(
                "supplement-exceeds-in-effect",
                book -> copyOf(book, "ZFCG-003", "办理地区", "", "ZFCG-005")
                        .rule("ZFCG-005", "效力", "SUPERVISE")
                        .rule("ZFCG-005", "法规依据", "GF33-10"));
        faults.put(
                "supplement-exceeds-in-term",
                book -> copyOf(book, "ZFCG-004", "期限", "FIXED 6 years", "ZFCG-005")
                        .rule("ZFCG-005", "效力", "CAUTION")
                        .rule("ZFCG-005", "办理地区", "420000")
                        .rule("ZFCG-005", "法规依据", "HBTL-32"));
        faults.put("rows-differ-in-effect", book -> copyOf(book, "ZFCG-001", "效力", "RESTRICT", "ZFCG-005"));
    }

    private static void tests(Map<String, UnaryOperator<GoodBook>> faults) {
        faults.put(
                "row-without-test",
                book -> copyOf(book, "ZFCG-001", "办理事项", "TENDER_QUALIFICATION", "")
                        .rule("ZFCG-009", "认定事由", "ZFCG-1"));
        faults.put("row-renamed-but-not-in-its-tests", book -> book.rule("ZFCG-001", "行代码", "ZFCG-01"));
        faults.put(
                "test-of-unknown-row",
                book -> book.cell("测试", "T-ZFCG-002", "期望适用", cell -> cell.setCellValue("ZFCG-002、ZFCG-020")));
        faults.put(
                "test-without-reason",
                book -> book.cell("测试", "T-TBJZ-002", "期望保留", cell -> cell.setCellValue("TBJZ-001")));
        faults.put(
                "test-with-unknown-reason",
                book -> book.cell("测试", "T-TBJZ-002", "期望保留", cell -> cell.setCellValue("TBJZ-001=CONTEXT_MISING")));
        faults.put(
                "test-failed",
                book -> book.cell("测试", "T-ZFCG-001", "期望截止", cell -> cell.setCellValue("ZFCG-001=2027-05-01")));
    }

    /** Copies a row below the last one, changes one cell, and gives the test of the original to the copy as well. */
    static GoodBook copyOf(GoodBook book, String code, String heading, String text, String asCode) {
        String newCode = asCode.isEmpty() ? "ZFCG-009" : asCode;
        book.edit(RULES, wb -> {
            Sheet sheet = wb.getSheet("措施");
            Row original = GoodBook.row(sheet, code);
            Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
            original.forEach(cell -> {
                Cell target = copy.createCell(cell.getColumnIndex());
                target.setCellStyle(cell.getCellStyle());
                if (!cell.getStringCellValue().isEmpty()) {
                    target.setCellValue(cell.getStringCellValue());
                }
            });
            copy.getCell(0).setCellValue(newCode);
            if (!heading.isEmpty()) {
                int column = RuleSheets.TEMPLATE.sheets().get(0).headings().indexOf(heading);
                Cell cell = copy.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                cell.setBlank();
                cell.setCellValue(text);
            }
        });
        return asCode.isEmpty() || asCode.equals(code)
                ? book
                : book.cell("测试", "T-" + code, "期望适用", cell -> cell.setCellValue(code + "、" + asCode));
    }

    /** As a spreadsheet program puts in a column D. */
    private static void columnPutIn(Sheet sheet) {
        for (int at = FIRST_DATA_ROW - 1; at <= sheet.getLastRowNum(); at++) {
            Row row = sheet.getRow(at);
            for (int column = 24; column >= 3; column--) {
                Cell from = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                row.getCell(column + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue(from.getStringCellValue());
                from.setBlank();
            }
        }
    }

    /** ZFCG-004 as long as any of its articles is law. */
    static GoodBook withoutBeginning(GoodBook book) {
        return book.cell("措施", "ZFCG-004", "有效期自", Cell::setBlank);
    }

    /** A new entry of a register. */
    private static GoodBook added(GoodBook book, String sheet, String... cells) {
        return book.edit(REGISTERS, wb -> {
            Sheet to = wb.getSheet(sheet);
            Row row = to.createRow(to.getLastRowNum() + 1);
            for (int at = 0; at < cells.length; at++) {
                if (!cells[at].isEmpty()) {
                    row.createCell(at).setCellValue(cells[at]);
                }
            }
        });
    }

    /** The same workbook with more rows below those of a sheet. */
    private static byte[] longer(byte[] zip, String part, int rows) {
        var more = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            int at = FIRST_DATA_ROW + 7 + row;
            more.append("<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>MORE-%d</t></is></c></row>"
                    .formatted(at, at, row));
        }
        return changed(zip, part, xml -> xml.replace("</sheetData>", more + "</sheetData>"));
    }

    private static String filteredByListKind(String xml) {
        return xml.replaceFirst(
                "<autoFilter ref=\"A8:Y14\"/>",
                "<autoFilter ref=\"A8:Y14\"><filterColumn colId=\"1\"><filters><filter val=\"ZFCG\"/></filters>"
                        + "</filterColumn></autoFilter>");
    }

    /** The same package with one part changed. */
    static byte[] changed(byte[] zip, String part, UnaryOperator<String> change) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
                to.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static GoodBook rules(GoodBook book, java.util.function.Consumer<XSSFSheet> edit) {
        return book.edit(RULES, wb -> edit.accept(wb.getSheet("措施")));
    }

    private static void day(Cell cell, int year, int month) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellValue(LocalDate.of(year, month, 1));
        cell.setCellStyle(style);
    }

    private static byte[] oldFormat() {
        try (var old = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            old.createSheet("措施");
            old.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] encrypted(byte[] bytes) {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("密码");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(bytes);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] withPart(byte[] zip, String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(to);
            }
            to.putNextEntry(new ZipEntry(name));
            to.write(content);
            to.closeEntry();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    static XSSFWorkbook opened(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
