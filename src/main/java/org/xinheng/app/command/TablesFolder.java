package org.xinheng.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.release.Workbook;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A folder with decision tables, named on the command line. */
final class TablesFolder {
    private TablesFolder() {}

    /**
     * Every spreadsheet in it.
     *
     * @throws ParameterException where there is no such folder
     */
    static List<Workbook> read(Path folder, CommandLine line) throws IOException {
        return DecisionTableFiles.spreadsheets(there(folder, line));
    }

    /** @throws ParameterException where there is no such folder */
    static Path there(Path folder, CommandLine line) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(line, "`" + folder + "` is no folder; name the one that holds registers.xlsx");
        }
        return folder;
    }
}
