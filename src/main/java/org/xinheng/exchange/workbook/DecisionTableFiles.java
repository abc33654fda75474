package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.exchange.xlsx.SpreadsheetFile;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.UnreadableWorkbook;

/**
 * The folder {@code decision-tables/} with its workbooks and their text mirrors under {@code text/}. The workbooks are
 * the source of truth; the mirrors are there to be read in a difference.
 */
public final class DecisionTableFiles {
    private static final String TEXT = "text";
    private static final String MIRROR = ".txt";
    private static final String SPREADSHEET = ".xlsx";
    /** Files of office programs, but not the lock and temporary ones. */
    private static final Pattern OF_OFFICE_PROGRAMS =
            Pattern.compile("(?i)[^~.].*\\.(xlsx|xlsm|xlsb|xls|xltx|xltm|ods|et)");

    private DecisionTableFiles() {}

    /** Makes every workbook anew from its mirror; returns the files written. */
    public static List<Path> write(Path decisionTables) throws IOException {
        Path texts = decisionTables.resolve(TEXT);
        var vocabularies = Vocabularies.from(read(texts.resolve("registers" + MIRROR)));
        var written = new ArrayList<Path>();
        for (Path text : filesUnder(texts, MIRROR)) {
            String name = renamed(texts, text, SPREADSHEET);
            byte[] bytes;
            try {
                bytes = WorkbookWriter.write(read(text), WorkbookTemplate.of(name), vocabularies);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(text + ": " + wrong.getMessage(), wrong);
            }
            Path file = decisionTables.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
            written.add(file);
        }
        return List.copyOf(written);
    }

    /**
     * Makes every text mirror anew from its workbook; remarks at the head of a mirror stay. Returns the files that
     * changed.
     *
     * @throws IllegalArgumentException naming the workbook, where a file cannot be read as one
     */
    public static List<Path> mirror(Path decisionTables) throws IOException {
        var changed = new ArrayList<Path>();
        for (Workbook workbook : workbooks(decisionTables)) {
            String name = workbook.name();
            Path text = decisionTables.resolve(TEXT).resolve(name.substring(0, name.lastIndexOf('.')) + MIRROR);
            String before = Files.exists(text) ? Files.readString(text, StandardCharsets.UTF_8) : "";
            String now = remarks(before) + mirrorOf(workbook);
            if (!now.equals(before)) {
                Files.createDirectories(text.toAbsolutePath().getParent());
                Files.writeString(text, now, StandardCharsets.UTF_8);
                changed.add(text);
            }
        }
        return List.copyOf(changed);
    }

    /** What stands in the visible cells of a workbook, one line a row. */
    public static String mirrorOf(Workbook workbook) {
        try {
            return MirrorWriter.write(
                    GridMirror.of(SpreadsheetFile.of(workbook), WorkbookTemplate.of(workbook.name())));
        } catch (UnreadableWorkbook unreadable) {
            throw new IllegalArgumentException(workbook.name() + " cannot be read as a workbook", unreadable);
        }
    }

    private static String remarks(String mirror) {
        return mirror.lines()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Every workbook of the folder, ordered by name; lock and temporary files of office programs left out. */
    public static List<Workbook> workbooks(Path decisionTables) throws IOException {
        var workbooks = new ArrayList<Workbook>();
        for (Path file : filesUnder(decisionTables, SPREADSHEET)) {
            workbooks.add(new Workbook(renamed(decisionTables, file, SPREADSHEET), Files.readAllBytes(file)));
        }
        return List.copyOf(workbooks);
    }

    /**
     * Every spreadsheet of the folder, those that are no workbook of a release too: an old or a macro workbook that lies
     * there was meant to count, and is told as a finding rather than passed over.
     */
    public static List<Workbook> spreadsheets(Path decisionTables) throws IOException {
        var workbooks = new ArrayList<Workbook>();
        try (Stream<Path> files = Files.walk(decisionTables)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (OF_OFFICE_PROGRAMS.matcher(name).matches()) {
                    String relative = decisionTables.relativize(file).toString().replace('\\', '/');
                    workbooks.add(new Workbook(relative, Files.readAllBytes(file)));
                }
            }
        }
        return List.copyOf(workbooks);
    }

    private static List<Path> filesUnder(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(ending) && !name.startsWith("~") && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        }
    }

    private static String renamed(Path folder, Path file, String ending) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        return relative.substring(0, relative.lastIndexOf('.')) + ending;
    }

    private static Mirror read(Path text) throws IOException {
        try {
            return MirrorReader.read(Files.readString(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(text + ": " + wrong.getMessage(), wrong);
        }
    }
}
