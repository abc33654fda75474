package org.xinheng.exchange.workbook;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.KnownWords;
import org.xinheng.catalogue.register.Register;
import org.xinheng.catalogue.register.RegisterSheets;
import org.xinheng.catalogue.register.Vocabulary;

/**
 * The codes that may stand in cells, with their Chinese titles, taken from the workbooks at hand.
 *
 * @param codes by register, in the order of its sheet
 * @param sheetsNotRead register sheets whose codes are not known, so that no code is called unknown for it
 * @param rows codes of the rows of the same workbook; empty where they are not known
 */
record Vocabularies(
        Map<Register, Map<String, String>> codes,
        Set<String> sheetsNotRead,
        Nearest nearest,
        Optional<Set<String>> rows)
        implements KnownWords {
    /** Codes of registers that were all read, without those of any rows. */
    private Vocabularies(Map<Register, Map<String, String>> codes) {
        this(codes, Set.of(), new Nearest(), Optional.empty());
    }

    /** No code at all. */
    static Vocabularies none() {
        return new Vocabularies(Map.of());
    }

    /** Reads them from the registers' sheets; a missing sheet has no codes. */
    static Vocabularies from(Mirror registers) {
        var codes = new EnumMap<Register, Map<String, String>>(Register.class);
        for (Register register : Register.values()) {
            var titles = new LinkedHashMap<String, String>();
            List<String> headings = RegisterSheets.of(register).titleHeadings();
            registers.sheet(register.sheet()).ifPresent(sheet -> {
                for (List<String> row : sheet.rows()) {
                    String code = row.isEmpty() ? "" : plain(row.get(0));
                    boolean ofType =
                            register.type().isEmpty() || register.type().equals(sheet.text(row, RegisterSheets.TYPE));
                    if (!code.isEmpty() && ofType) {
                        titles.putIfAbsent(
                                code,
                                headings.stream()
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

    /** The same words where these sheets could not be read. */
    Vocabularies without(Set<String> sheets) {
        return new Vocabularies(codes, sheets, nearest, rows);
    }

    /** The same words for a workbook with these rows. */
    Vocabularies with(Optional<Set<String>> rowCodes) {
        return new Vocabularies(codes, sheetsNotRead, nearest, rowCodes);
    }

    /** The words that a column offers; empty titles where it offers none. */
    Vocabulary offeredBy(Content<?> content) {
        return content.offered(this::codes);
    }

    @Override
    public Map<String, String> codes(Register register) {
        return codes.getOrDefault(register, Map.of());
    }

    @Override
    public boolean complete(Register register) {
        return !sheetsNotRead.contains(register.sheet());
    }

    @Override
    public Optional<String> nearest(String written, Map<String, String> titles) {
        return nearest.of(written, titles);
    }
}
