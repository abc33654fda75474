package org.xinheng.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * How much everybody may ask for without a key: so many requests a second from one address, and so many from all
 * addresses, so that the desks are not kept waiting by the public. Of the many addresses only the last few thousand are
 * remembered.
 */
@ApplicationScoped
class PublicAllowance {
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int ADDRESSES_MAX = 10_000;
    private static final String ALL = "";

    private final int each;
    private final int together;
    private final Cache<String, AtomicInteger> taken;

    @Inject
    PublicAllowance(ServiceSettings settings) {
        this(
                settings.everybody().requestsPerSecond(),
                settings.everybody().requestsPerSecondTogether(),
                Ticker.systemTicker());
    }

    PublicAllowance(int each, int together, Ticker ticker) {
        this.each = each;
        this.together = together;
        this.taken = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(ADDRESSES_MAX)
                .ticker(ticker)
                .build();
    }

    /**
     * Takes one request of what an address has left.
     *
     * @throws Refusal TOO_MANY_REQUESTS when nothing is left
     */
    void take(String address) {
        if (count(address) > each || count(ALL) > together) {
            throw Refusal.of(ErrorCode.TOO_MANY_REQUESTS, Integer.toString(each));
        }
    }

    private int count(String address) {
        return taken.get(address, key -> new AtomicInteger()).incrementAndGet();
    }
}
