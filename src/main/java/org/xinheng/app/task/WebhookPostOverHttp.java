package org.xinheng.app.task;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xinheng.app.startup.RunMode;
import org.xinheng.task.WebhookPost;
import org.xinheng.task.WebhookQueue;
import org.xinheng.task.WebhookSignature;
import org.xinheng.task.service.WebhookSettings;

/**
 * Posts deliveries with the JDK's client. An agency names the address, so the address is looked at each time, where it
 * leads to and not only what it is called: https to the outside; inside only what the operator allows by name; nothing
 * on the own machine but with the embedded database; redirections are not followed. The answer's body is not read.
 */
@Singleton
class WebhookPostOverHttp implements WebhookPost {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Clock clock;
    private final boolean loopback;
    private final Set<String> inside;
    private final Duration limit;
    private final HttpClient client;

    WebhookPostOverHttp(Clock clock, RunMode runMode, WebhookSettings settings) {
        this.clock = clock;
        this.loopback = runMode.embeddedDatabase();
        this.inside = Set.copyOf(settings.insideHosts().orElse(List.of()));
        this.limit = settings.timeout();
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<String> refusal(URI url) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("https://host[:port]/path");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        try {
            boolean allLoopback = true;
            boolean allPublic = true;
            for (InetAddress address : InetAddress.getAllByName(host)) {
                allLoopback &= address.isLoopbackAddress();
                allPublic &= isPublic(address);
            }
            if (allLoopback) {
                boolean web = scheme.equals("http") || scheme.equals("https");
                return loopback && web ? Optional.empty() : Optional.of("not this machine");
            }
            if (!scheme.equals("https")) {
                return Optional.of("https");
            }
            return allPublic || inside.contains(host)
                    ? Optional.empty()
                    : Optional.of("an address inside is allowed by the operator (XINHENG_WEBHOOKS_INSIDE_HOSTS)");
        } catch (UnknownHostException unknown) {
            return Optional.of("a host that can be found");
        }
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean sharedByCarriers = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !uniqueLocal
                && !sharedByCarriers;
    }

    @Override
    public Optional<String> send(WebhookQueue.Parcel parcel, String body) {
        Optional<String> refusal = refusal(parcel.url());
        if (refusal.isPresent()) {
            return refusal;
        }
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(parcel.url())
                .timeout(limit)
                .header("Content-Type", "application/json")
                .header("Xinheng-Webhook", parcel.webhook().toString())
                .header("Xinheng-Task-Number", Long.toString(parcel.number()))
                .header("Xinheng-Timestamp", timestamp)
                .header("Xinheng-Signature", WebhookSignature.of(parcel.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<Void>> sent = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = sent.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / HUNDRED == SUCCESS ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return Optional.of(cause == null ? "no answer" : cause.getClass().getSimpleName());
        } catch (TimeoutException late) {
            sent.cancel(true);
            return Optional.of("no answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("the service stops");
        }
    }
}
