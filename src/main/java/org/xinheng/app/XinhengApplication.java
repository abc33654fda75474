package org.xinheng.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import org.xinheng.app.command.CommandLineArguments;
import picocli.CommandLine;

/** What runs once Quarkus is up: a command, or nothing but the service until it is stopped. */
public class XinhengApplication implements QuarkusApplication {
    private final CommandLine.IFactory commands;
    private final StartupGreeting greeting;

    @Inject
    XinhengApplication(CommandLine.IFactory commands, StartupGreeting greeting) {
        this.commands = commands;
        this.greeting = greeting;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length > 0) {
            return CommandLineArguments.commandLine(commands).execute(arguments);
        }
        greeting.print();
        Quarkus.waitForExit();
        return 0;
    }
}
