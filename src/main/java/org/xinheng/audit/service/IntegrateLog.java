package org.xinheng.audit.service;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.xinheng.audit.GrowingTree;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TransparencyLog.Horizon;
import org.xinheng.audit.TreeHash;

/**
 * Gives appended entries their positions, grows the tree over them and publishes a checkpoint: a round is one
 * transaction, so that a crash leaves all of it or nothing, and only one node at a time runs one. Appending waits for
 * none of it.
 *
 * <p>Numbers become visible out of order, so a round looks for every entry without a position, not for those after the
 * last. To keep that cheap it looks above a floor only. A floor is raised to the last number seen at an earlier round
 * once every transaction that ran then has ended and a whole round has gone by since: whoever took a smaller number is
 * done. A new process begins at the bottom.
 */
@ApplicationScoped
public class IntegrateLog {
    private static final int SECONDS_MAX = 300;

    private final TransparencyLog log;
    private final LogSigner signer;
    private long floor;
    private Horizon seen = new Horizon(0, 0, 0);

    IntegrateLog(TransparencyLog log, LogSigner signer) {
        this.log = log;
        this.signer = signer;
    }

    private record Round(Optional<Horizon> horizon, int placed) {}

    /**
     * Integrates what waits, in as many rounds as it takes.
     *
     * @return number of entries that got a position
     */
    public synchronized long integrate() {
        long all = 0;
        Round round;
        do {
            round = QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(this::round);
            all += round.placed();
        } while (round.placed() == TransparencyLog.ROUND_MAX);
        round.horizon().ifPresent(this::raiseFloor);
        return all;
    }

    private Round round() {
        if (!log.lock()) {
            return new Round(Optional.empty(), 0);
        }
        Horizon horizon = log.horizon();
        long size = log.size();
        List<TreeHash> leaves = log.place(floor);
        if (!leaves.isEmpty()) {
            GrowingTree tree = GrowingTree.from(log, size, log::keepNode);
            leaves.forEach(tree::add);
            log.publish(
                    new TransparencyLog.Published(tree.size(), tree.root(), signer.signed(tree.size(), tree.root())));
        }
        return new Round(Optional.of(horizon), leaves.size());
    }

    private void raiseFloor(Horizon now) {
        if (now.oldestRunning() >= seen.next()) {
            floor = seen.lastNumber();
            seen = now;
        }
    }
}
