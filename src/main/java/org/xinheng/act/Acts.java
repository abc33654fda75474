package org.xinheng.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the acts kept. What names a person is encrypted. */
public interface Acts {
    /** Keeps the acts of one delivery; one that the department has handed in before is left out. The number kept. */
    int addAll(List<Act> acts, UUID callerKey);

    /** Waits until nobody else hands in acts of this department, inside the running transaction. */
    void oneAtATime(String department);

    /** What those acts say of these that the department has handed in before. */
    Map<ActKey, ActDraft> known(String department, Collection<ActKey> keys);

    /** An act by its id. */
    Optional<Act> find(UUID id);

    /** Keeps a revocation. */
    void revoke(UUID id, Act.Revocation revocation, @Nullable Long knownAt, UUID callerKey, Instant at);

    /**
     * What to look for among acts.
     *
     * @param department only its acts, null for any
     * @param from first day of decision, to last; null for any
     * @param late only those that came late or only those that did not, null for either
     * @param after id after which the page begins
     */
    record ActQuery(
            @Nullable String department,
            @Nullable ActKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean late,
            @Nullable UUID after,
            int size) {}

    /** One page, oldest first. */
    List<Act> search(ActQuery query);

    /** A department says how many acts of a kind it made in a month; the newest word counts. */
    void declare(String department, ActKind kind, LocalDate month, int made, UUID callerKey, UUID id, Instant at);

    /**
     * How a department does in a month (双公示指标).
     *
     * @param month its first day
     * @param made how many acts it says it made, null where it does not say
     * @param reported acts decided in the month that are here
     * @param late how many of them came late
     * @param handedIn rows and acts handed in during the month
     * @param compliant how many of those were taken at once
     */
    record Figures(
            String department,
            ActKind kind,
            LocalDate month,
            @Nullable Integer made,
            int reported,
            int late,
            int handedIn,
            int compliant) {}

    /** The figures of the months from one to another, each by its first day. */
    List<Figures> figures(@Nullable String department, LocalDate from, LocalDate to);
}
