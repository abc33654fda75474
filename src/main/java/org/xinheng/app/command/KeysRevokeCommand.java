package org.xinheng.app.command;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.xinheng.caller.CallerKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys revoke}: the next request with the key is refused. */
@Command(
        name = "revoke",
        description = "Revokes a key from now on. A key that was revoked before keeps its day.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli and CDI before call()
public class KeysRevokeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "id of the key, as `keys list` shows it")
    UUID keyId;

    @Spec
    CommandSpec spec;

    @Inject
    CallerKeys callerKeys;

    @Inject
    Clock clock;

    @Override
    public Integer call() {
        if (callerKeys.revoke(keyId, clock.instant())) {
            spec.commandLine().getOut().println("revoked=" + keyId);
            return 0;
        }
        spec.commandLine().getErr().println("there is no key `" + keyId + "`; `keys list` shows those there are");
        return 1;
    }
}
