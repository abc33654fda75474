package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.PackageGuard;
import org.xinheng.exchange.xlsx.SheetGrid;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.TableTest;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.CellLocations;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;

/**
 * Reads the workbooks of a release into typed content, cell by cell, before Drools sees them. Every fault is told at its
 * cell, all of them at once, one finding a cause; what can still be understood is read on. Depends on no locale, zone
 * or clock, and hostile bytes are turned away before they unfold.
 */
public final class WorkbookReader {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> rowsNotRead = new HashSet<>();
    private final Set<String> sheetsNotRead = new HashSet<>();
    private final Map<String, SourceRow> registerRows = new HashMap<>();
    private final Map<String, List<String>> headings = new HashMap<>();
    private Vocabularies words = Vocabularies.none();

    private WorkbookReader() {}

    /** Reads {@code registers.xlsx} and all rule workbooks of a release. */
    public static ParsedWorkbooks read(List<Workbook> workbooks) {
        return new WorkbookReader().readAll(workbooks);
    }

    private ParsedWorkbooks readAll(List<Workbook> workbooks) {
        var files = new LinkedHashMap<String, SpreadsheetFile>();
        for (Workbook workbook : workbooks) {
            if (files.containsKey(workbook.name())) {
                add(FindingCode.WORKBOOK_DOUBLED, workbook.name(), workbook.name());
            } else {
                open(workbook).ifPresent(file -> files.put(workbook.name(), file));
            }
        }
        Registers registers = registers(files, workbooks);
        var rules = new ArrayList<MeasureRule>();
        var tests = new ArrayList<TableTest>();
        files.forEach((name, file) -> {
            if (!name.equals(Workbook.REGISTERS)) {
                ruleWorkbook(name, file, rules, tests);
            }
        });
        WorkbookTemplate.REGISTERS
                .sheets()
                .forEach(sheet -> headings.put(CellLocations.register(sheet.name()), sheet.headings()));
        RuleSheets.TEMPLATE.sheets().forEach(sheet -> headings.put(sheet.name(), sheet.headings()));
        return new ParsedWorkbooks(
                new ReleaseContent(registers, List.copyOf(rules), List.copyOf(tests)),
                new CellLocations(Map.copyOf(registerRows), Map.copyOf(headings)),
                Set.copyOf(rowsNotRead),
                Set.copyOf(sheetsNotRead),
                List.copyOf(findings));
    }

    private Optional<SpreadsheetFile> open(Workbook workbook) {
        Optional<FindingCode> unwanted = PackageGuard.check(workbook.bytes());
        if (unwanted.isEmpty()) {
            try {
                SpreadsheetFile file = SpreadsheetFile.read(workbook.bytes(), SpreadsheetFile.ROWS_MAX + 100);
                var structure = new StructureCheck(workbook.name(), WorkbookTemplate.of(workbook.name()));
                structure.check(file);
                findings.addAll(structure.findings());
                structure.unreadable().forEach(sheet -> sheetsNotRead.add(workbook.name() + "!" + sheet));
                return Optional.of(file);
            } catch (SpreadsheetFile.Unreadable damaged) {
                unwanted = Optional.of(FindingCode.NOT_A_WORKBOOK);
            }
        }
        unwanted.ifPresent(code -> add(code, workbook.name(), null));
        for (SheetTemplate sheet : WorkbookTemplate.of(workbook.name()).sheets()) {
            sheetsNotRead.add(workbook.name() + "!" + sheet.name());
        }
        return Optional.empty();
    }

    private Registers registers(Map<String, SpreadsheetFile> files, List<Workbook> workbooks) {
        String name = Workbook.REGISTERS;
        SpreadsheetFile file = files.get(name);
        var notRead = new HashSet<String>();
        for (SheetTemplate sheet : WorkbookTemplate.REGISTERS.sheets()) {
            if (file == null || sheetsNotRead.contains(name + "!" + sheet.name())) {
                notRead.add(sheet.name());
                sheetsNotRead.add(name + "!" + sheet.name());
            }
        }
        if (file == null) {
            if (workbooks.stream().noneMatch(workbook -> workbook.name().equals(name))) {
                add(FindingCode.WORKBOOK_MISSING, name, null);
            }
            words = Vocabularies.none().without(notRead);
            return RegistersBuilder.build(Map.of());
        }
        words = Vocabularies.from(GridMirror.of(file, WorkbookTemplate.REGISTERS))
                .without(notRead);
        var rows = new HashMap<String, List<RowReading>>();
        for (SheetTemplate layout : WorkbookTemplate.REGISTERS.sheets()) {
            if (notRead.contains(layout.name())) {
                continue;
            }
            List<RowReading> read = rows(name, file, layout, Optional.empty());
            var unique = new LinkedHashMap<List<String>, RowReading>();
            for (RowReading row : read) {
                String code = row.text(layout.headings().get(0));
                List<String> key = layout.key().stream()
                        .map(row::text)
                        .map(String::valueOf)
                        .toList();
                if (code == null) {
                    continue;
                }
                RowReading first = unique.putIfAbsent(key, row);
                if (first == null) {
                    registerRows.putIfAbsent(layout.name() + "!" + code, row.source());
                } else {
                    duplicate(FindingCode.DUPLICATE_CODE, row.source(), code, first.source());
                }
            }
            rows.put(layout.name(), List.copyOf(unique.values()));
        }
        return RegistersBuilder.build(rows);
    }

    private void ruleWorkbook(String name, SpreadsheetFile file, List<MeasureRule> rules, List<TableTest> tests) {
        SheetTemplate ruleSheet = RuleSheets.TEMPLATE.sheet(RuleSheets.RULES).orElseThrow();
        SheetTemplate testSheet = RuleSheets.TEMPLATE.sheet(RuleSheets.TESTS).orElseThrow();
        Optional<Set<String>> rowCodes = Optional.empty();
        if (!sheetsNotRead.contains(name + "!" + RuleSheets.RULES)) {
            List<RowReading> rows = rows(name, file, ruleSheet, Optional.empty());
            var codes = new LinkedHashSet<String>();
            for (RowReading row : rows) {
                String code = row.text(RuleColumn.CODE.heading());
                if (code != null) {
                    codes.add(code);
                }
                if (row.broken().isEmpty()) {
                    rules.add(MeasureRuleBuilder.build(row));
                } else if (code != null) {
                    rowsNotRead.add(code);
                } else {
                    sheetsNotRead.add(name + "!" + RuleSheets.RULES);
                }
            }
            rowCodes = sheetsNotRead.contains(name + "!" + RuleSheets.RULES) ? Optional.empty() : Optional.of(codes);
        }
        if (!sheetsNotRead.contains(name + "!" + RuleSheets.TESTS)) {
            var seen = new HashMap<String, SourceRow>();
            for (RowReading row : rows(name, file, testSheet, rowCodes)) {
                String code = row.text(testSheet.headings().get(0));
                SourceRow first = code == null ? null : seen.putIfAbsent(code, row.source());
                if (first != null) {
                    duplicate(FindingCode.DUPLICATE_CODE, row.source(), Objects.requireNonNull(code), first);
                } else if (row.broken().isEmpty()) {
                    tests.add(TestSheet.SHEET.read(row));
                } else {
                    sheetsNotRead.add(name + "!" + RuleSheets.TESTS);
                }
            }
        }
    }

    /** Every row of data of a sheet with its findings told. */
    private List<RowReading> rows(
            String workbook, SpreadsheetFile file, SheetTemplate layout, Optional<Set<String>> rowCodes) {
        SheetGrid sheet = file.sheets().stream()
                .filter(s -> s.name().equals(layout.name()))
                .findFirst()
                .orElseThrow();
        var read = new SheetRows(workbook, sheet, layout, new ValueReader(words.with(rowCodes))).read();
        findings.addAll(read.findings());
        return read.rows();
    }

    private void duplicate(FindingCode code, SourceRow row, String found, SourceRow first) {
        findings.add(new Finding(
                code,
                row.workbook(),
                row.sheet(),
                new CellAddress(row.row(), 1).toString(),
                found,
                null,
                List.of(first.workbook() + " " + first.sheet() + "!A" + first.row())));
    }

    private void add(FindingCode code, String workbook, @Nullable String found) {
        findings.add(new Finding(code, workbook, null, null, found, null, List.of()));
    }
}
