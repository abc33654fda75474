package org.xinheng.app.command;

import picocli.CommandLine.Command;

/** The jar itself. Without a command it serves. */
@Command(
        name = "java -jar quarkus-run.jar",
        description = "Xinheng decides which joint reward and punishment measures the law attaches to a subject. "
                + "Without a command the service starts.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            CheckCommand.class,
            DiffCommand.class,
            GateCommand.class,
            MirrorCommand.class,
            KeysCommand.class,
            KeysFileCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            VersionCommand.class
        })
public class XinhengCommand {}
