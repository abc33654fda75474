package org.xinheng.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: entries and changes that count from a day before they became known (补录、倒签), with the decisions they touch. */
public interface LateListings {
    /**
     * One of them.
     *
     * @param mark where the next page goes on
     * @param what {@code LISTED}, or the type of the event
     * @param decisions the newest of those touched
     */
    record Late(
            String mark,
            UUID listing,
            String listKind,
            String department,
            String what,
            LocalDate effectiveOn,
            LocalDate knownOn,
            long decisionsTouched,
            List<UUID> decisions) {}

    /**
     * What to look for.
     *
     * @param department only this one's, null for all
     * @param minDays late by so many days at least
     * @param after mark after which the page begins
     */
    record Query(
            @Nullable String department,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int minDays,
            @Nullable String after,
            int size) {}

    /** One page, what became known last first. */
    List<Late> find(Query query);
}
