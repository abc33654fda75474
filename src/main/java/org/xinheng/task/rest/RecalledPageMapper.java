package org.xinheng.task.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.RecalledPage;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.task.Recalls;

/** Writes {@code RecalledPage} of the contract. */
final class RecalledPageMapper {
    private RecalledPageMapper() {}

    private static final String SEPARATOR = "~";
    private static final int PARTS = 3;

    /** @param found one more than fits where there is a further page */
    static RecalledPage of(List<Recalls.Recalled> found, int size) {
        if (found.size() <= size) {
            return new RecalledPage(found, null);
        }
        Recalls.Recalled last = found.get(size - 1);
        return new RecalledPage(
                found.subList(0, size),
                String.join(SEPARATOR, last.decision().toString(), last.measure(), last.rowCode()));
    }

    static Recalls.@Nullable Mark mark(Optional<String> after) {
        if (after.isEmpty()) {
            return null;
        }
        String[] parts = after.get().split(SEPARATOR, -1);
        try {
            if (parts.length == PARTS) {
                return new Recalls.Mark(UUID.fromString(parts[0]), parts[1], parts[2]);
            }
        } catch (IllegalArgumentException noId) {
            // told below
        }
        throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
    }
}
