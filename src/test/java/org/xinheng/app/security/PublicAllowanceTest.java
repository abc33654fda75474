package org.xinheng.app.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.Refusal;

class PublicAllowanceTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void an_address_has_so_many_requests_a_second_and_the_next_second_anew() {
        PublicAllowance allowance = new PublicAllowance(2, 100, nanos::get);
        allowance.take("192.0.2.1");
        allowance.take("192.0.2.1");
        assertThatThrownBy(() -> allowance.take("192.0.2.1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("TOO_MANY_REQUESTS");
        assertThatCode(() -> allowance.take("192.0.2.2")).doesNotThrowAnyException();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThatCode(() -> allowance.take("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void all_addresses_together_leave_room_for_the_desks() {
        PublicAllowance allowance = new PublicAllowance(2, 3, nanos::get);
        allowance.take("192.0.2.1");
        allowance.take("192.0.2.2");
        allowance.take("192.0.2.3");
        assertThatThrownBy(() -> allowance.take("192.0.2.4")).isInstanceOf(Refusal.class);
    }
}
