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
 * What others have made law since a release was handed in, and what it would undo without a word: a workbook that carried
 * over from the release in force then and is another one now, or one that was handed in by somebody who could not know
 * that it was about to change.
 */
@ApplicationScoped
class ChangesOfOthers {
    private final Releases releases;
    private final Uploads uploads;

    ChangesOfOthers(Releases releases, Uploads uploads) {
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
        life.serving(from).map(ChangesOfOthers::release).ifPresent(replaced -> {
            Set<String> undone = undone(replaced, release);
            undone.addAll(changedSinceHandedIn(life, from, replaced, release));
            if (!undone.isEmpty()) {
                throw Refusal.of(ErrorCode.RELEASE_OUTDATED, String.join(", ", undone), replaced.toString());
            }
        });
        Opening next = life.ahead(from).stream()
                .filter(opening -> !release(opening).equals(release))
                .findFirst()
                .orElse(null);
        if (next == null) {
            return;
        }
        Set<String> later = undone(release, release(next));
        later.addAll(changedSinceHandedIn(life, next.tenure().effectiveFrom().minusDays(1), release, release(next)));
        if (!later.isEmpty()) {
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
    private Set<String> undone(UUID replaced, UUID by) {
        Upload newest = newestUpload(by);
        if (replaced.equals(by) || newest.by() == null) {
            return new TreeSet<>(); // the build brings all that it is made of
        }
        Map<String, String> then = hashes(newest.basedOn());
        Map<String, String> before = hashes(replaced);
        Map<String, String> after = hashes(by);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        newest.workbooks().forEach(names::remove);
        names.removeIf(name -> then.containsKey(name) && !after.containsKey(name)); // left out on purpose
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    /**
     * Names of the workbooks handed in with a release that were others in the release before it, as far as was known then,
     * than they are in the one that it replaces now.
     *
     * @param day on which the one before it is law
     */
    private Set<String> changedSinceHandedIn(ReleaseLife life, LocalDate day, UUID replaced, UUID by) {
        Upload newest = newestUpload(by);
        Map<String, String> then = hashes(life.servingAsKnownAt(day, newest.at())
                .map(ChangesOfOthers::release)
                .orElse(null));
        Map<String, String> now = hashes(replaced);
        Map<String, String> after = hashes(by);
        Set<String> names = new TreeSet<>(newest.by() == null ? List.of() : newest.workbooks());
        names.removeIf(name -> Objects.equals(then.get(name), now.get(name)));
        names.removeIf(name -> Objects.equals(now.get(name), after.get(name)));
        return names;
    }

    private Upload newestUpload(UUID release) {
        List<Upload> all = uploads.of(release);
        return all.get(all.size() - 1);
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
