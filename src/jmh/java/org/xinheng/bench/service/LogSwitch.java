package org.xinheng.bench.service;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.xinheng.audit.Appended;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.TreeHash;

/**
 * Leaves the decisions out of the log for as long as a benchmark says so: no digest of their rows, no entry, no signed
 * receipt, and so nothing to integrate. It stands in the benchmarks' jar alone; the product has no such switch.
 */
@Decorator
@Priority(1)
public abstract class LogSwitch implements AuditTrail {
    private static final String DECISION = "DECISION";

    /** Whether decisions are logged, as the product always does. */
    static volatile boolean decisionsAreLogged = true;

    @Inject
    @Any
    @Delegate
    AuditTrail auditTrail;

    @Override
    public List<Appended> record(List<CoveringEntry> entries) {
        return decisionsAreLogged || !entries.get(0).entry().kind().equals(DECISION)
                ? auditTrail.record(entries)
                : entries.stream()
                        .map(each -> new Appended(0, TreeHash.ofLeaf(new byte[0]), Optional.empty()))
                        .toList();
    }
}
