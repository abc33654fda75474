package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.Tenure;
import org.xinheng.release.Timeline;

/** Reads which releases there are, and when each was law. */
@ApplicationScoped
public class ReadReleases {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Releases releases;
    private final Clock clock;

    /** A release never changes, and its content is large: what is told of it is taken from it once. */
    private final Map<UUID, Head> heads = new ConcurrentHashMap<>();

    private record Head(String contentHash, Instant createdAt, String engineVersion, int rows) {}

    ReadReleases(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * What is told of a release.
     *
     * @param rows number of its measure rows
     * @param tenures in the order of activation
     * @param inForce whether it is law today
     */
    public record ReleaseRead(
            UUID id,
            String contentHash,
            Instant createdAt,
            String engineVersion,
            int rows,
            List<Tenure> tenures,
            boolean inForce) {}

    /**
     * One page.
     *
     * @param more whether there is a next one
     */
    public record Page(List<ReleaseRead> items, boolean more) {}

    /**
     * The releases that were ever activated, last activated first.
     *
     * @param after id after which the page begins, null for the first page
     */
    public Page all(@Nullable UUID after, int size) {
        List<Tenure> tenures = releases.tenures();
        List<Tenure> newestFirst = new ArrayList<>(tenures);
        Collections.reverse(newestFirst);
        LinkedHashSet<UUID> ids = new LinkedHashSet<>();
        newestFirst.forEach(tenure -> ids.add(tenure.releaseId()));
        List<UUID> ordered = List.copyOf(ids);
        int from = after == null ? 0 : ordered.indexOf(after) + 1;
        if (after != null && from == 0) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int to = Math.min(ordered.size(), from + size);
        return new Page(
                ordered.subList(from, to).stream()
                        .map(id -> whole(id, tenures).orElseThrow())
                        .toList(),
                to < ordered.size());
    }

    /** One release, empty when there is none with this id. */
    public Optional<ReleaseRead> find(UUID id) {
        return whole(id, releases.tenures());
    }

    private Optional<ReleaseRead> whole(UUID id, List<Tenure> tenures) {
        return head(id).map(head -> new ReleaseRead(
                id,
                head.contentHash(),
                head.createdAt(),
                head.engineVersion(),
                head.rows(),
                tenures.stream().filter(tenure -> tenure.releaseId().equals(id)).toList(),
                !tenures.isEmpty()
                        && new Timeline(tenures)
                                .on(LocalDate.ofInstant(clock.instant(), ZONE))
                                .tenure()
                                .releaseId()
                                .equals(id)));
    }

    private Optional<Head> head(UUID id) {
        Head known = heads.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Release> release = releases.find(id);
        release.ifPresent(kept -> heads.put(
                id,
                new Head(
                        kept.contentHash(),
                        kept.createdAt(),
                        kept.engineVersion(),
                        kept.content().rules().size())));
        return Optional.ofNullable(heads.get(id));
    }
}
