package org.xinheng.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.xinheng.app.startup.KeysFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys-file}: the keys with which a new outside database is begun. */
@Command(
        name = "keys-file",
        description = "Writes a new file for XINHENG_KEYS_FILE: the keys with which the service encrypts, looks up and "
                + "signs. Needed once, before a new outside database is used.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli before call()
public class KeysFileCommand implements AnsweredAtOnce {
    @Parameters(paramLabel = "PATH", description = "where to write it (mode 600); never written over")
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            KeysFile.create(file);
            return 0;
        } catch (FileAlreadyExistsException e) {
            spec.commandLine()
                    .getErr()
                    .println("`" + file + "` is there already and is left as it is; what was sealed with its keys "
                            + "could not be read with others");
            return 1;
        }
    }
}
