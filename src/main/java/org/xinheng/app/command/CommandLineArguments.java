package org.xinheng.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the words on the command line, before and after Quarkus is up. */
public final class CommandLineArguments {
    private CommandLineArguments() {}

    /**
     * Answers what needs neither Quarkus nor a database: wrong words (2, with usage), {@code --help}, {@code version}
     * and their like.
     *
     * @return the exit code, or nothing when there is more to do
     */
    public static OptionalInt answerAtOnce(String... arguments) {
        var line = commandLine(CommandLine.defaultFactory());
        try {
            ParseResult parsed = line.parseArgs(arguments);
            return asksForHelp(parsed) || last(parsed).commandSpec().userObject() instanceof AnsweredAtOnce
                    ? OptionalInt.of(line.execute(arguments))
                    : OptionalInt.empty();
        } catch (ParameterException wrong) {
            return OptionalInt.of(line.execute(arguments));
        }
    }

    /** The command line with all commands; they print no stack trace for what an operator can put right. */
    public static CommandLine commandLine(IFactory factory) {
        return new CommandLine(new XinhengCommand(), factory)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    report(failure, line);
                    return line.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    private static void report(Exception failure, CommandLine line) {
        if (failure instanceof Refusal refusal) {
            for (Fault fault : refusal.faults()) {
                line.getErr().println(RefusalTexts.sentence(fault, Locale.ENGLISH));
            }
        } else {
            Logger.getLogger(CommandLineArguments.class).error("the command failed", failure);
        }
    }

    private static boolean asksForHelp(ParseResult parsed) {
        for (var each : parsed.asCommandLineList()) {
            if (each.isUsageHelpRequested() || each.isVersionHelpRequested()) {
                return true;
            }
        }
        return false;
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }
}
