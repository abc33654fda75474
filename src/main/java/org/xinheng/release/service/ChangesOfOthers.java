package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Releases;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseLife;

/**
 * What others have made law since a release was handed in, and what it would undo without a word. A release is made on the
 * basis of another one: what carried over is to be that of the release which it replaces, and what was handed in or left out
 * is to stand there as it stood in its basis.
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
     * Refuses that a release becomes law from a day on where it would undo what another has changed in the release it
     * replaces, or a release approved for a later day would so undo this one.
     *
     * @throws Refusal RELEASE_OUTDATED, RELEASE_UNDONE_LATER
     */
    void refuseUndoing(ReleaseLife life, LocalDate from) {
        UUID release = life.releaseId();
        life.serving(from).map(ChangesOfOthers::release).ifPresent(replaced -> {
            List<String> undone = undone(replaced, release);
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
        List<String> later = undone(release, release(next));
        if (!later.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.RELEASE_UNDONE_LATER,
                    String.join(", ", later),
                    release(next).toString(),
                    next.tenure().effectiveFrom().toString());
        }
    }

    /**
     * The openings ahead that would undo something of the release that serves just before them, once another one serves
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

    /**
     * What of a release another one after it would take back without a word: names of workbooks, and of files of the rules
     * of law, which a release has from the build that it was handed in under.
     */
    private List<String> undone(UUID replaced, UUID by) {
        List<Upload> all = uploads.of(by);
        Upload newest = all.get(all.size() - 1);
        Map<String, String> then = contents(newest.basedOn());
        Map<String, String> now = contents(replaced);
        Map<String, String> after = contents(by);
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(now.get(name), after.get(name)));
        Set<String> own = new HashSet<>(newest.workbooks());
        then.keySet().stream().filter(name -> !after.containsKey(name)).forEach(own::add); // left out on purpose
        own.addAll(releases.rules(by).keySet());
        names.removeIf(name -> own.contains(name) && Objects.equals(then.get(name), now.get(name)));
        return List.copyOf(names);
    }

    private Map<String, String> contents(@Nullable UUID release) {
        if (release == null) {
            return Map.of();
        }
        Map<String, String> contents = new HashMap<>(releases.rules(release));
        releases.workbookEntries(release).forEach(entry -> contents.put(entry.name(), entry.sha256()));
        return contents;
    }

    private static UUID release(Opening opening) {
        return opening.tenure().releaseId();
    }
}
