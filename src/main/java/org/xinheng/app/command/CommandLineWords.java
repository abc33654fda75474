package org.xinheng.app.command;

import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the words on the command line, before and after Quarkus is up. */
public final class CommandLineWords {
    private CommandLineWords() {}

    /**
     * Answers what needs neither Quarkus nor a database: wrong words (2, with usage), {@code --help}, {@code version}.
     *
     * @return the exit code, or nothing when there is more to do
     */
    public static OptionalInt answerAtOnce(String... arguments) {
        var line = commandLine(CommandLine.defaultFactory());
        try {
            ParseResult parsed = line.parseArgs(arguments);
            var answered = CommandLine.executeHelpRequest(parsed);
            if (answered != null) {
                return OptionalInt.of(answered);
            }
            return parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof VersionCommand
                    ? OptionalInt.of(line.execute(arguments))
                    : OptionalInt.empty();
        } catch (ParameterException wrong) {
            return OptionalInt.of(line.execute(arguments));
        }
    }

    /** The command line with all commands; they print no stack trace for what an operator can put right. */
    public static CommandLine commandLine(IFactory factory) {
        return new CommandLine(new XinhengCommand(), factory);
    }
}
