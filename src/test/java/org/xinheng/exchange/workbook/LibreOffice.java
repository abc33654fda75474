package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Saves spreadsheets as LibreOffice does, without a window; a test is skipped, saying so, where it is missing. */
final class LibreOffice {
    private LibreOffice() {}

    /**
     * The files as LibreOffice saves them in the format of Excel, by the same names; what it cannot open is left out.
     *
     * @param files bytes by a name that is a file name
     */
    static Map<String, byte[]> savedAsXlsx(Map<String, byte[]> files, Path folder) throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = Files.createDirectories(folder.resolve("out"));
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = in.resolve(file.getKey());
            Files.write(path, file.getValue());
            command.add(path.toString());
        }
        Process office;
        try {
            office = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            if (Boolean.getBoolean("xinheng.office.required")) {
                return fail("LibreOffice is required here and `soffice` is missing");
            }
            return abort("skipped: LibreOffice (`soffice`, Debian package libreoffice-calc) is missing");
        }
        assertThat(office.waitFor(10, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        var saved = new LinkedHashMap<String, byte[]>();
        for (String name : files.keySet()) {
            Path path = out.resolve(name.substring(0, name.lastIndexOf('.')) + ".xlsx");
            if (Files.exists(path)) {
                saved.put(name, Files.readAllBytes(path));
            }
        }
        return saved;
    }
}
