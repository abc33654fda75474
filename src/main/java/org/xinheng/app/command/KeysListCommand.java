package org.xinheng.app.command;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys list}: one line a key, columns separated by a tab, never the key itself. */
@Command(
        name = "list",
        description = "Lists every key with its department and roles, revoked ones too; never the key itself.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli and CDI before call()
public class KeysListCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Inject
    CallerKeys callerKeys;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println(String.join("\t", "id", "department", "roles", "created", "revoked", "label"));
        callerKeys.all().forEach(key -> out.println(line(key)));
        return 0;
    }

    static String joined(Collection<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static String line(CallerKey key) {
        return String.join(
                "\t",
                key.caller().keyId().toString(),
                key.caller().department(),
                joined(new TreeSet<>(key.caller().roles())),
                key.createdAt().toString(),
                key.revokedAt() == null ? "-" : key.revokedAt().toString(),
                key.label());
    }
}
