package org.xinheng.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.testing.TestDatabase;

/** One connection hears what is announced on all channels. */
@QuarkusTest
class ListenerServiceTest {
    private static final Duration WITHIN = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    TestDatabase database;

    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();
    private Listener listener;

    @BeforeEach
    void twoSubscribers() {
        listener = new Listener(dataSource);
        listener.subscribe("test_first", first::incrementAndGet);
        listener.subscribe("test_second", second::incrementAndGet);
        // it wakes everybody when it begins to listen
        await().atMost(WITHIN).until(() -> first.get() == 1 && second.get() == 1);
    }

    @AfterEach
    void nobodyListens() {
        listener.stop(null);
    }

    @Test
    void who_subscribed_to_a_channel_is_woken_and_nobody_else() throws SQLException {
        announce("test_first");
        await().atMost(WITHIN).until(() -> first.get() == 2);
        announce("test_second");
        await().atMost(WITHIN).until(() -> second.get() == 2);
        assertThat(first).hasValue(2);
    }

    @Test
    void all_channels_of_a_listener_are_heard_on_one_connection() {
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void a_connection_that_is_lost_is_replaced_and_everybody_is_woken_for_what_was_missed() throws SQLException {
        database.column("select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN test%'");
        await().atMost(WITHIN).until(() -> first.get() == 2 && second.get() == 2);
        announce("test_first");
        await().atMost(WITHIN).until(() -> first.get() == 3);
    }

    @Test
    void a_channel_that_comes_later_is_heard_too() throws SQLException {
        var third = new AtomicInteger();
        listener.subscribe("test_third", third::incrementAndGet);
        await().atMost(WITHIN).until(() -> third.get() == 1);
        announce("test_third");
        await().atMost(WITHIN).until(() -> third.get() == 2);
    }

    /** The last thing that was said on the connection of this listener. */
    private int connections() {
        return database.column("select pid from pg_stat_activity where query like 'LISTEN test%'")
                .size();
    }

    private void announce(String channel) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("NOTIFY " + channel);
        }
    }
}
