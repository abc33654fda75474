package org.xinheng.exchange.workbook;

import static org.xinheng.catalogue.register.ProcedureSheets.*;
import static org.xinheng.catalogue.register.RegisterSheets.*;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xinheng.catalogue.Procedures;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.register.Sheet;

/** Makes the typed registers of the rows whose cells were all understood. */
final class RegistersBuilder {
    private RegistersBuilder() {}

    /** @param rows by name of the sheet */
    static Registers build(Map<String, List<RowReading>> rows) {
        return new Registers(
                byCode(rows, LEGAL_BASES),
                byCode(rows, LIST_KINDS),
                byCode(rows, GROUNDS),
                byCode(rows, EDITIONS),
                byCode(rows, MEASURE_ITEMS),
                byCode(rows, MEASURES),
                byCode(rows, MEMORANDA),
                byCode(rows, DEPARTMENT_KINDS),
                byCode(rows, DEPARTMENTS),
                byCode(rows, MATTERS),
                byCode(rows, MATTER_ITEMS),
                byCode(rows, REGIONS),
                sound(rows, TEXTS).map(TEXTS::read).toList(),
                new Procedures(
                        byCode(rows, CALENDAR),
                        byCode(rows, OBJECTION_TERMS),
                        byCode(rows, RESTORATION_RULES),
                        byCode(rows, RECOGNITION_AGREEMENTS),
                        byCode(rows, TARGETS),
                        byCode(rows, TASK_TERMS)));
    }

    private static <T extends Record> Map<String, T> byCode(Map<String, List<RowReading>> rows, Sheet<T> sheet) {
        String code = sheet.columns().get(0).heading();
        var entries = new LinkedHashMap<String, T>();
        sound(rows, sheet).forEach(row -> entries.put(row.must(code), sheet.read(row)));
        return Collections.unmodifiableMap(entries);
    }

    private static Stream<RowReading> sound(Map<String, List<RowReading>> rows, Sheet<?> sheet) {
        return rows.getOrDefault(sheet.name(), List.of()).stream()
                .filter(row -> row.broken().isEmpty());
    }
}
