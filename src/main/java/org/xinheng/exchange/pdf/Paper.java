package org.xinheng.exchange.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Pages that are written from top to bottom, in two fonts that go into the document as far as they are used. */
final class Paper implements AutoCloseable {
    static final Color INK = new Color(0x1f, 0x29, 0x33);
    static final Color QUIET = new Color(0x6b, 0x76, 0x80);
    static final Color ACCENT = new Color(0x1d, 0x4e, 0x7a);
    private static final Color RULE = new Color(0xd5, 0xdb, 0xe1);

    private static final float MARGIN = 54;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.5f;
    private static final float FOOTER = 36;
    private static final float SMALL = 7.5f;
    private static final String MISSING = "□";

    private final PDDocument document = new PDDocument();
    private final PDFont latin;
    private final PDFont chinese;
    private final Map<Integer, PDFont> fontOf = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private float y;

    Paper(String title) throws IOException {
        latin = font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        chinese = font("/fonts/DroidSansFallbackFull.ttf");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Xinheng");
        turn();
    }

    private PDFont font(String resource) throws IOException {
        try (InputStream file = Paper.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return PDType0Font.load(document, file, true);
        }
    }

    /** A part of a line in one font. */
    private record Run(PDFont font, String text) {}

    /** Text over the whole width, broken where it must be. */
    void text(String text, float size, Color colour) throws IOException {
        block(text, size, colour, 0, WIDTH);
    }

    /** A label on the left and its value beside it. */
    void pair(String label, String value, float size) throws IOException {
        float indent = 104;
        need(size * LEADING);
        float top = y;
        line(label, size, QUIET, 0);
        y = top;
        block(value.isEmpty() ? "—" : value, size, INK, indent, WIDTH - indent);
        y -= 2;
    }

    /** A heading with a line under it. */
    void heading(String text) throws IOException {
        gap(10);
        need(60);
        text(text, 12.5f, ACCENT);
        rule();
        gap(4);
    }

    void gap(float points) {
        y -= points;
    }

    void rule() throws IOException {
        PDPageContentStream on = page();
        on.setStrokingColor(RULE);
        on.setLineWidth(0.7f);
        on.moveTo(MARGIN, y + 2);
        on.lineTo(MARGIN + WIDTH, y + 2);
        on.stroke();
        y -= 4;
    }

    private void block(String text, float size, Color colour, float indent, float width) throws IOException {
        for (String line : broken(text, size, width)) {
            need(size * LEADING);
            line(line, size, colour, indent);
        }
    }

    private void line(String text, float size, Color colour, float indent) throws IOException {
        y -= size * LEADING;
        PDPageContentStream on = page();
        on.beginText();
        on.setNonStrokingColor(colour);
        on.newLineAtOffset(MARGIN + indent, y + size * 0.35f);
        for (Run run : runs(text)) {
            on.setFont(run.font(), size);
            on.showText(run.text());
        }
        on.endText();
    }

    private List<String> broken(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.replace("\r", "").split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            float used = 0;
            for (int code : paragraph.codePoints().toArray()) {
                String glyph = displayed(code);
                float wide = font(code).getStringWidth(glyph) / 1000 * size;
                if (used + wide > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(glyph);
                used += wide;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        PDFont current = latin;
        for (int code : text.codePoints().toArray()) {
            PDFont font = font(code);
            if (!font.equals(current) && !run.isEmpty()) {
                runs.add(new Run(current, run.toString()));
                run.setLength(0);
            }
            current = font;
            run.append(displayed(code));
        }
        if (!run.isEmpty()) {
            runs.add(new Run(current, run.toString()));
        }
        return runs;
    }

    private String displayed(int code) throws IOException {
        return code == '\t' ? " " : has(font(code), code) ? Character.toString(code) : MISSING;
    }

    private PDFont font(int code) throws IOException {
        PDFont known = fontOf.get(code);
        if (known == null) {
            known = has(latin, code) ? latin : has(chinese, code) ? chinese : latin;
            fontOf.put(code, known);
        }
        return known;
    }

    private static boolean has(PDFont font, int code) throws IOException {
        try {
            return font.encode(Character.toString(code)).length > 0;
        } catch (IllegalArgumentException noGlyph) {
            return false;
        }
    }

    private void need(float height) throws IOException {
        if (y - height < MARGIN + FOOTER) {
            turn();
        }
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private PDPageContentStream page() {
        if (page == null) {
            throw new IllegalStateException("the paper is finished");
        }
        return page;
    }

    /** Numbers the pages and returns the document. */
    byte[] finished(String footer) throws IOException {
        page().close();
        page = null;
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var on = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                page = on;
                y = MARGIN;
                rule();
                line(footer, SMALL, QUIET, 0);
                String number = "第 " + (i + 1) + " 页，共 " + pages + " 页";
                y += SMALL * LEADING;
                line(number, SMALL, QUIET, WIDTH - 70);
            }
        }
        page = null;
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
