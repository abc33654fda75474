package org.xinheng.feed.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadAheadTest {
    private static final int MANY = 12_345;

    @Test
    void rows_come_in_their_order_and_on_the_thread_of_who_takes_them() {
        List<Integer> taken = new ArrayList<>();
        AtomicReference<Thread> reading = new AtomicReference<>();
        new ReadAhead(taker -> {
                    reading.set(Thread.currentThread());
                    for (int line = 1; line <= MANY; line++) {
                        taker.accept(row(line));
                    }
                })
                .to(row -> {
                    assertThat(Thread.currentThread()).isNotSameAs(reading.get());
                    taken.add(row.line());
                });
        assertThat(taken).hasSize(MANY).isSorted().startsWith(1).endsWith(MANY);
    }

    @Test
    void what_breaks_the_reading_off_is_thrown_after_all_rows_before_it() {
        Refusal cutOff = Refusal.of(ErrorCode.MALFORMED_CSV, "8", "1");
        List<Integer> taken = new ArrayList<>();
        ReadAhead rows = new ReadAhead(taker -> {
            for (int line = 1; line <= 7; line++) {
                taker.accept(row(line));
            }
            throw cutOff;
        });
        assertThatThrownBy(() -> rows.to(row -> taken.add(row.line()))).isSameAs(cutOff);
        assertThat(taken).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void a_file_that_breaks_off_is_no_file_that_ended_whatever_broke_it_off() {
        Error outOfMemory = new OutOfMemoryError("as the machine would say");
        assertThatThrownBy(() -> new ReadAhead(taker -> {
                            throw outOfMemory;
                        })
                        .to(row -> {}))
                .isSameAs(outOfMemory);
    }

    @Test
    void what_nobody_declared_to_throw_breaks_the_reading_off_too() {
        IOException undeclared = new IOException("of an interceptor");
        assertThatThrownBy(() -> new ReadAhead(taker -> thrown(undeclared)).to(row -> {}))
                .hasCause(undeclared);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Exception> void thrown(Exception exception) throws T {
        throw (T) exception;
    }

    @Test
    void when_who_takes_rows_gives_up_the_reading_has_ended_too_and_did_not_read_the_rest() {
        AtomicReference<Thread> reading = new AtomicReference<>();
        AtomicInteger read = new AtomicInteger();
        IllegalStateException lost = new IllegalStateException("another worker holds the job");
        ReadAhead rows = new ReadAhead(taker -> {
            reading.set(Thread.currentThread());
            for (int line = 1; line <= 1_000_000; line++) {
                taker.accept(row(line));
                read.incrementAndGet();
            }
        });
        assertThatThrownBy(() -> rows.to(row -> {
                    throw lost;
                }))
                .isSameAs(lost);
        assertThat(reading.get().isAlive()).isFalse();
        assertThat(read.get()).isLessThan(20_000);
    }

    @Test
    void no_more_is_read_ahead_than_a_few_thousand_rows() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        new ReadAhead(taker -> {
                    for (int line = 1; line <= MANY; line++) {
                        read.incrementAndGet();
                        taker.accept(row(line));
                    }
                })
                .to(row -> ahead.accumulateAndGet(read.get() - taken.incrementAndGet(), Math::max));
        assertThat(taken.get()).isEqualTo(MANY);
        assertThat(ahead.get()).isLessThanOrEqualTo(5_500);
    }

    private static ReadRow row(int line) {
        return ReadRow.broken(line, Fault.at("", ErrorCode.JSON_LINE_BROKEN, "1"));
    }
}
