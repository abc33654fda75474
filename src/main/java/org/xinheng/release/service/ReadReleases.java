package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.WorkbookEntry;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.ReleaseLife;

/**
 * Reads which releases there are, where each is in its life, and when it was law. Drafts are seen by those who work on
 * them; the rest see what is law, was law, or is or was approved for a day: what could be read stays readable.
 */
@ApplicationScoped
public class ReadReleases {
    private static final List<Role> SEE_DRAFTS =
            List.of(Role.EDITOR, Role.APPROVER, Role.AUDITOR, Role.CREDIT_OFFICE, Role.OPERATOR);

    private final Releases releases;
    private final Uploads uploads;
    private final GateReports gateReports;
    private final LivesOfReleases lives;
    private final LifeEvents lifeEvents;
    private final Clock clock;

    /** The workbooks of a release never change. */
    private final Map<UUID, List<WorkbookEntry>> workbookEntries = new ConcurrentHashMap<>();

    ReadReleases(
            Releases releases,
            Uploads uploads,
            GateReports gateReports,
            LivesOfReleases lives,
            LifeEvents lifeEvents,
            Clock clock) {
        this.lifeEvents = lifeEvents;
        this.releases = releases;
        this.uploads = uploads;
        this.gateReports = gateReports;
        this.lives = lives;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param more whether there is a next one
     */
    public record Page(List<ReleaseRead> items, boolean more) {}

    /**
     * The releases that the caller may see, newest first.
     *
     * @param after id after which the page begins, null for the first page
     */
    @Transactional
    public Page all(Caller caller, @Nullable UUID after, int size) {
        Set<UUID> approved = everApproved();
        List<Draft> seen = releases.drafts().stream()
                .filter(draft -> sees(caller, draft.id(), approved))
                .toList();
        List<UUID> ids = seen.stream().map(Draft::id).toList();
        int from = after == null ? 0 : ids.indexOf(after) + 1;
        if (after != null && from == 0) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int to = Math.min(seen.size(), from + size);
        return new Page(
                seen.subList(from, to).stream().map(draft -> whole(draft)).toList(), to < seen.size());
    }

    /**
     * One release.
     *
     * @throws Refusal RELEASE_NOT_FOUND
     */
    @Transactional
    public ReleaseRead one(Caller caller, UUID id) {
        return whole(seen(caller, id));
    }

    /**
     * What the gate said of a release, empty while it is at work for the first time.
     *
     * @throws Refusal RELEASE_NOT_FOUND
     */
    @Transactional
    public Optional<GateReport> report(Caller caller, UUID id) {
        return gateReports.newest(seen(caller, id).id());
    }

    /**
     * A workbook as it was handed in, byte for byte.
     *
     * @throws Refusal RELEASE_NOT_FOUND, WORKBOOK_NOT_FOUND
     */
    @Transactional
    public Workbook workbook(Caller caller, UUID id, String name) {
        return releases.workbook(seen(caller, id).id(), name)
                .orElseThrow(() -> Refusal.of(ErrorCode.WORKBOOK_NOT_FOUND, name));
    }

    private Draft seen(Caller caller, UUID id) {
        return releases.draft(id)
                .filter(draft -> sees(caller, id, everApproved()))
                .orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_FOUND));
    }

    private static boolean sees(Caller caller, UUID id, Set<UUID> approved) {
        return SEE_DRAFTS.stream().anyMatch(caller::is) || approved.contains(id);
    }

    /** Releases with a first day, also where that was called off. */
    private Set<UUID> everApproved() {
        return lifeEvents.openings().stream()
                .map(opening -> opening.tenure().releaseId())
                .collect(Collectors.toSet());
    }

    private ReleaseRead whole(Draft draft) {
        UUID id = draft.id();
        ReleaseLife life = lives.of(id);
        return new ReleaseRead(
                draft,
                life.stateOn(BeijingTime.dayOf(clock.instant())),
                life,
                workbookEntries.computeIfAbsent(id, releases::workbookEntries),
                uploads.of(id));
    }
}
