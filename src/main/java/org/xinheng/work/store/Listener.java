package org.xinheng.work.store;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.xinheng.work.Loop;

/**
 * Hears what transactions of all nodes announce ({@code LISTEN} and {@code NOTIFY}), on one connection for all channels,
 * and wakes who subscribed. An announcement may be lost with a connection: whoever subscribed is woken when it listens
 * again, and should look once in a while by itself.
 */
@Singleton
public class Listener {
    private static final Duration CONNECTS_AGAIN_AFTER = Duration.ofSeconds(1);

    /** A new channel is listened to after this at the latest, and so it stops. */
    private static final int HEARS_FOR_MILLIS = 500;

    private final DataSource dataSource;
    private final Map<String, List<Runnable>> subscribers = new ConcurrentHashMap<>();
    private final Loop loop = new Loop("listener", CONNECTS_AGAIN_AFTER, this::listen);

    /** One that does not listen yet. */
    public Listener(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * From now on wakes somebody when something is announced. The first one begins to listen.
     *
     * @param wake must not take long, nor fail
     */
    public synchronized void subscribe(String channel, Runnable wake) {
        boolean first = subscribers.isEmpty();
        subscribers
                .computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>())
                .add(wake);
        if (first) {
            loop.start();
        }
    }

    private void listen() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            try {
                listen(connection);
            } catch (SQLException lost) {
                connection.abort(Runnable::run); // so that nobody gets it from the pool
                throw lost;
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        Set<String> heard = new HashSet<>();
        try (var statement = connection.createStatement()) {
            while (!loop.stopping()) {
                Set<String> announced = new HashSet<>();
                for (String channel : subscribers.keySet()) {
                    if (heard.add(channel)) {
                        statement.execute("LISTEN " + channel);
                        announced.add(channel);
                    }
                }
                if (announced.isEmpty()) {
                    for (PGNotification notification : postgres.getNotifications(HEARS_FOR_MILLIS)) {
                        announced.add(notification.getName());
                    }
                }
                announced.forEach(
                        channel -> subscribers.getOrDefault(channel, List.of()).forEach(Runnable::run));
            }
            statement.execute("UNLISTEN *");
        }
    }

    /** Stops listening. */
    public void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }
}
