package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.listing.LateListings;

/** Tells which entries and changes became known late, and which earlier decisions they touch: a department its own. */
@ApplicationScoped
public class ReportLateListings {
    private final LateListings lateListings;

    ReportLateListings(LateListings lateListings) {
        this.lateListings = lateListings;
    }

    /**
     * One page.
     *
     * @param minDays late by so many days at least
     */
    @Transactional
    public List<LateListings.Late> page(
            Caller caller,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int minDays,
            @Nullable String after,
            int size) {
        String department = caller.readsEveryDepartment() ? null : caller.department();
        return lateListings.find(new LateListings.Query(department, from, to, minDays, after, size));
    }
}
