package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.release.Workbook;

/**
 * The folder {@code decision-tables/} with its workbooks and their text mirrors under {@code text/}. The workbooks are
 * the source of truth; the mirrors are there to be read in a difference.
 */
public final class DecisionTableFiles {
    private static final String TEXT = "text";
    private static final String SPREADSHEET = ".xlsx";

    private DecisionTableFiles() {}

    /** Makes every workbook anew from its mirror; returns the files written. */
    public static List<Path> write(Path decisionTables) throws IOException {
        Path texts = decisionTables.resolve(TEXT);
        var vocabularies = Vocabularies.from(read(texts.resolve("registers.txt")));
        var written = new ArrayList<Path>();
        for (Path text : filesUnder(texts, ".txt")) {
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

    /** Every workbook of the folder, ordered by name; lock and temporary files of office programs left out. */
    public static List<Workbook> workbooks(Path decisionTables) throws IOException {
        var workbooks = new ArrayList<Workbook>();
        for (Path file : filesUnder(decisionTables, SPREADSHEET)) {
            workbooks.add(new Workbook(renamed(decisionTables, file, SPREADSHEET), Files.readAllBytes(file)));
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
