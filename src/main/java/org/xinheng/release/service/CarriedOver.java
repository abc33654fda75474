package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Opening;
import org.xinheng.release.ReleaseLife;
import org.xinheng.release.Releases;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.WorkbookEntry;

/**
 * The workbooks that nobody handed in with a release but that carried over from the one in force then. They are to be those
 * of the release that it replaces: otherwise what has changed in between would be undone without a word.
 */
@ApplicationScoped
class CarriedOver {
    private final Releases releases;
    private final Uploads uploads;

    CarriedOver(Releases releases, Uploads uploads) {
        this.releases = releases;
        this.uploads = uploads;
    }

    /**
     * Refuses that a release becomes law from a day on where it would undo workbooks of the release it replaces, or a
     * release approved for a later day would undo workbooks of its own.
     *
     * @throws Refusal RELEASE_OUTDATED, RELEASE_UNDONE_LATER
     */
    void refuseUndoing(ReleaseLife life, LocalDate from) {
        UUID release = life.releaseId();
        life.serving(from).map(CarriedOver::release).ifPresent(replaced -> {
            List<String> undone = undone(replaced, release);
            if (!undone.isEmpty()) {
                throw Refusal.of(ErrorCode.RELEASE_OUTDATED, String.join(", ", undone), replaced.toString());
            }
        });
        Opening next = life.ahead(from).stream()
                .filter(opening -> !release(opening).equals(release))
                .findFirst()
                .orElse(null);
        List<String> later = next == null ? List.of() : undone(release, release(next));
        if (next != null && !later.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.RELEASE_UNDONE_LATER,
                    String.join(", ", later),
                    release(next).toString(),
                    next.tenure().effectiveFrom().toString());
        }
    }

    /**
     * The openings ahead that would undo workbooks of the release that serves just before them, once another one serves
     * today; each is judged as if those before it in the answer were called off.
     *
     * @param ended opening that has ended, or will not begin
     * @param serving release that serves today
     */
    List<Opening> undoing(ReleaseLife life, LocalDate today, Opening ended, UUID serving) {
        var undoing = new ArrayList<Opening>();
        UUID before = serving;
        for (Opening opening : life.ahead(today)) {
            if (opening.number() == ended.number()) {
                continue;
            }
            if (undone(before, release(opening)).isEmpty()) {
                before = release(opening);
            } else {
                undoing.add(opening);
            }
        }
        return undoing;
    }

    /** Names of the workbooks of a release that another one after it would take back, though nobody handed them in. */
    private List<String> undone(UUID replaced, UUID by) {
        if (replaced.equals(by)) {
            return List.of();
        }
        List<Upload> all = uploads.of(by);
        Upload newest = all.get(all.size() - 1);
        if (newest.by() == null) {
            return List.of(); // the build brings all that it is made of
        }
        Map<String, String> then = hashes(newest.basedOn());
        Map<String, String> before = hashes(replaced);
        Map<String, String> after = hashes(by);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        newest.workbooks().forEach(names::remove);
        names.removeIf(name -> then.containsKey(name) && !after.containsKey(name)); // left out on purpose
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return List.copyOf(names);
    }

    private Map<String, String> hashes(@Nullable UUID release) {
        Map<String, String> hashes = new HashMap<>();
        if (release != null) {
            for (WorkbookEntry entry : releases.workbookEntries(release)) {
                hashes.put(entry.name(), entry.sha256());
            }
        }
        return hashes;
    }

    private static UUID release(Opening opening) {
        return opening.tenure().releaseId();
    }
}
