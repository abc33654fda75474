package org.xinheng.exchange.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a workbook: few, calm, and the same in every sheet. All data cells are text, so nothing is guessed. */
public final class SheetStyles {
    private static final String FONT = "Microsoft YaHei";
    private static final String INK = "1F2933";
    private static final String HAIRLINE = "D5DAE0";

    private final XSSFWorkbook workbook;
    private final short textFormat;

    /** Headings of codes and conditions. */
    public final XSSFCellStyle headingOfCondition;
    /** Headings of what follows. */
    public final XSSFCellStyle headingOfOutcome;
    /** Headings of where it was read. */
    public final XSSFCellStyle headingOfSource;
    /** Codes of rows. */
    public final XSSFCellStyle code;
    /** All other data. */
    public final XSSFCellStyle data;
    /** Hidden technical rows. */
    public final XSSFCellStyle technical;

    private final Map<String, XSSFCellStyle> filled = new HashMap<>();

    /** The styles of a workbook, made in it. */
    public SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.textFormat = workbook.createDataFormat().getFormat("@");
        headingOfCondition = heading("1F4E79");
        headingOfOutcome = heading("8A4B08");
        headingOfSource = heading("52606D");
        code = body(true);
        data = body(false);
        technical = workbook.createCellStyle();
        technical.setFont(font(9, false, "7B8794"));
        technical.setDataFormat(textFormat);
    }

    /** Data on a ground of this colour. */
    public XSSFCellStyle filled(String fill) {
        return filled.computeIfAbsent(fill, colour -> {
            XSSFCellStyle style = body(false);
            style.setFillForegroundColor(color(colour));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    private XSSFCellStyle heading(String fill) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(10, true, "FFFFFF"));
        style.setFillForegroundColor(color(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setDataFormat(textFormat);
        border(style, "FFFFFF");
        return style;
    }

    private XSSFCellStyle body(boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(10, bold, INK));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setDataFormat(textFormat);
        border(style, HAIRLINE);
        return style;
    }

    private XSSFFont font(int points, boolean bold, String color) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(color));
        return font;
    }

    private static void border(XSSFCellStyle style, String hex) {
        XSSFColor color = color(hex);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(color);
        style.setRightBorderColor(color);
    }

    /** The colour written so, {@code 1F2933}. */
    public static XSSFColor color(String hex) {
        var rgb = new byte[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = (byte) Integer.parseInt(hex.substring(i * 2, i * 2 + 2), 16);
        }
        return new XSSFColor(rgb, null);
    }
}
