package org.xinheng.app.command;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Role;
import org.xinheng.caller.service.IssueKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys create}: prints the new key, once and for all. */
@Command(
        name = "create",
        description = "Makes a key for a department and prints it. It is stored hashed and cannot be shown again.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli and CDI before call()
public class KeysCreateCommand implements Callable<Integer> {
    @Option(
            names = "--department",
            required = true,
            paramLabel = "CODE",
            description = "code of the department, as in the register 部门")
    String department;

    @Option(
            names = "--roles",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "one or several of ${COMPLETION-CANDIDATES}")
    Set<Role> roles;

    @Option(
            names = "--label",
            defaultValue = "",
            paramLabel = "TEXT",
            description = "what the key is for, e.g. the system that uses it")
    String label;

    @Nullable
    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "who holds it; two keys of one person count as one person where four eyes are asked for")
    String person;

    @Spec
    CommandSpec spec;

    @Inject
    IssueKey issueKey;

    @Override
    public Integer call() {
        var issued = issueKey.issue(department, roles, label, person);
        var caller = issued.stored().caller();
        var out = spec.commandLine().getOut();
        out.println("id=" + caller.keyId());
        out.println("department=" + caller.department());
        out.println("roles=" + KeysListCommand.joined(new TreeSet<>(caller.roles())));
        out.println("key=" + issued.key().secret());
        return 0;
    }
}
