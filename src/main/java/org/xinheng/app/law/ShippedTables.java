package org.xinheng.app.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.release.Workbook;

/** The workbooks that this build ships: {@code decision-tables/} of the repository. */
final class ShippedTables {
    private static final String FOLDER = "decision-tables";

    private ShippedTables() {}

    /** All of them, with their bytes. */
    static List<Workbook> workbooks() {
        URL registers = Thread.currentThread().getContextClassLoader().getResource(FOLDER + "/" + Workbook.REGISTERS);
        if (registers == null) {
            throw new IllegalStateException("this build ships no " + FOLDER + "/" + Workbook.REGISTERS);
        }
        try {
            return registers.getProtocol().equals("jar") ? inJar(registers) : inFolder(registers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the shipped tables stand at no readable place", e);
        }
    }

    private static List<Workbook> inFolder(URL registers) throws IOException, URISyntaxException {
        Path folder = Path.of(registers.toURI()).getParent();
        return folder == null ? List.of() : DecisionTableFiles.workbooks(folder);
    }

    private static List<Workbook> inJar(URL registers) throws IOException, URISyntaxException {
        String place = registers.toString();
        URI jar = new URI(place.substring("jar:".length(), place.indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar), Map.of())) {
            return DecisionTableFiles.workbooks(files.getPath("/" + FOLDER));
        }
    }
}
