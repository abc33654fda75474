package org.xinheng.app.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xinheng.app.startup.ServiceKeys;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.audit.LogSigner;
import org.xinheng.notary.Ed25519Signer;
import org.xinheng.notary.Sm2Signer;

/** Makes the log's signer from the keys file and the settings {@code xinheng.log.origin} and {@code …signature}. */
@ApplicationScoped
class LogSignerProducer {
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");

    @Produces
    @Singleton
    LogSigner signer(ServiceKeys keys, ServiceSettings settings) {
        String origin = settings.log().origin();
        String signature = settings.log().signature();
        if (!ORIGIN.matcher(origin).matches()) {
            throw new StartupRefused("`XINHENG_LOG_ORIGIN` is `" + origin + "`; the name of a log is made of letters, "
                    + "digits, dots, hyphens and slashes, e.g. `xinheng.example.gov.cn/log`");
        }
        return switch (signature.toLowerCase(Locale.ROOT)) {
            case "ed25519" -> new LogSigner(origin, List.of(new Ed25519Signer(origin, keys.signing())));
            case "sm2" -> new LogSigner(origin, List.of(new Sm2Signer(origin, keys.signing())));
            case "both" ->
                new LogSigner(
                        origin,
                        List.of(new Ed25519Signer(origin, keys.signing()), new Sm2Signer(origin, keys.signing())));
            default ->
                throw new StartupRefused("`XINHENG_LOG_SIGNATURE` is `" + signature
                        + "`; expected `ed25519`, `sm2` (with SM3) or `both`");
        };
    }
}
