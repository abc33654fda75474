package org.xinheng.exchange.xlsx;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which cell styles of a file show a number as a day, read from {@code styles.xml} (ECMA-376 part 1, 18.8). */
final class DayFormats extends DefaultHandler implements IntPredicate {
    /** More than any spreadsheet program writes. */
    private static final int STYLES_MAX = 65_536;
    /** A format code has 255 characters at most. */
    private static final int CODE_LENGTH_MAX = 255;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet days = new BitSet();
    private boolean ofCells;
    private int style;

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "numFmt" -> {
                String code = attributes.getValue("formatCode");
                if (code != null && code.length() <= CODE_LENGTH_MAX && formats.size() < STYLES_MAX) {
                    formats.put(number(attributes), code);
                }
            }
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells && style < STYLES_MAX) {
                    days.set(style++, showsDay(number(attributes)));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (localName.equals("cellXfs")) {
            ofCells = false;
        }
    }

    @Override
    public boolean test(int asked) {
        return asked >= 0 && days.get(asked);
    }

    private boolean showsDay(int format) {
        String code = formats.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        return DateUtil.isADateFormat(format, code);
    }

    private static int number(Attributes attributes) {
        String written = attributes.getValue("numFmtId");
        return written == null ? 0 : Integer.parseInt(written);
    }
}
