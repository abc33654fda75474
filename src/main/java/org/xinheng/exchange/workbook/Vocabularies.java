package org.xinheng.exchange.workbook;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The codes that may stand in cells, with their Chinese titles, taken from the registers.
 *
 * @param codes by register, in the order of its sheet
 */
record Vocabularies(Map<Register, Map<String, String>> codes) {

    /** A named set of words with their titles, as one pair of columns in the sheet 字典. */
    record Vocabulary(String name, Map<String, String> titles) {}

    /** The terms that rows mostly have; others may be typed. */
    private static final Vocabulary ROW_TERMS = new Vocabulary(
            "期限",
            Content.words(
                    "AS_DECIDED", "依决定",
                    "LIST_PERIOD", "在列期间",
                    "UNTIL_PERFORMED", "履行完毕为止",
                    "LIFE", "终身",
                    "FIXED 6 months", "法定六个月",
                    "FIXED 1 years", "法定一年",
                    "FIXED 2 years", "法定二年",
                    "FIXED 3 years", "法定三年",
                    "FIXED 5 years", "法定五年",
                    "FIXED 10 years", "法定十年"));

    /** Reads them from the registers' sheets; a missing sheet has no codes. */
    static Vocabularies from(Mirror registers) {
        var codes = new EnumMap<Register, Map<String, String>>(Register.class);
        for (Register register : Register.values()) {
            var titles = new LinkedHashMap<String, String>();
            registers.sheet(register.sheet()).ifPresent(sheet -> {
                for (List<String> row : sheet.rows()) {
                    String code = row.isEmpty() ? "" : plain(row.get(0));
                    boolean ofType =
                            register.type().isEmpty() || register.type().equals(sheet.text(row, "类型"));
                    if (!code.isEmpty() && ofType) {
                        titles.putIfAbsent(
                                code,
                                register.titleHeadings().stream()
                                        .map(heading -> sheet.text(row, heading))
                                        .collect(Collectors.joining()));
                    }
                }
            });
            codes.put(register, titles);
        }
        return new Vocabularies(codes);
    }

    /** A code with a stray blank or in full width has its finding where it stands, not wherever it is cited. */
    private static String plain(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC).strip();
    }

    /** The words that a column offers; empty titles where it offers none. */
    Vocabulary offeredBy(Content content) {
        if (content instanceof Content.Choice choice) {
            return new Vocabulary(choice.name(), choice.titles());
        }
        if (content instanceof Content.Reference reference) {
            var titles = new LinkedHashMap<>(reference.also());
            titles.putAll(of(reference.register()));
            String also = String.join("、", reference.also().keySet());
            String name = reference.register().title();
            return new Vocabulary(also.isEmpty() ? name : name + "或" + also, titles);
        }
        return content instanceof Content.RowTerm ? ROW_TERMS : new Vocabulary("", Map.of());
    }

    /** Codes of a register with their titles. */
    Map<String, String> of(Register register) {
        return codes.getOrDefault(register, Map.of());
    }
}
