package org.xinheng.listing.store;

import java.sql.SQLException;
import java.time.Duration;
import org.hibernate.Session;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.sql.store.Sql;

/** The lock behind which commits of listings queue; it goes with the transaction that holds it. */
final class CommitLock {
    /** Key of the advisory lock; any constant will do. */
    private static final long KEY = 0x78696e68656e67L;

    /** SQLSTATE lock_not_available (PostgreSQL appendix A): waited as long as lock_timeout says. */
    private static final String WAITED_TOO_LONG = "55P03";

    /** Only this wait is limited: what follows in the transaction waits as it did before. */
    private static final String TAKE = "select pg_catalog.set_config('lock_timeout', ?, true),"
            + " pg_catalog.pg_advisory_xact_lock(?), pg_catalog.set_config('lock_timeout', '0', true)";

    private final Session session;

    CommitLock(Session session) {
        this.session = session;
    }

    /** Waits so long at most, without end for zero. */
    void take(Duration patience) {
        session.flush();
        session.doWork(connection -> {
            try {
                Sql.onlyRow(connection, TAKE, row -> true, patience.toMillis() + "ms", KEY);
            } catch (SQLException failed) {
                if (WAITED_TOO_LONG.equals(failed.getSQLState())) {
                    throw Refusal.of(ErrorCode.LISTINGS_BUSY, Long.toString(patience.toSeconds()));
                }
                throw failed;
            }
        });
    }
}
