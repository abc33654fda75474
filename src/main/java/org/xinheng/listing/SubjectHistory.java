package org.xinheng.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.subject.SubjectName;

/**
 * Everything the lists ever knew of one subject, each piece with the number of the commit that made it known, so that it
 * can be seen as it was known at any number (design §6.3).
 *
 * @param subjectId whom the identifier leads to, null when nobody
 * @param identifiedAt number of the commit that made the identifier known
 * @param merges of this subject and of all that it was ever merged with
 */
public record SubjectHistory(
        @Nullable UUID subjectId, long identifiedAt, List<Merge> merges, List<Name> names, List<Mention> mentions) {
    /** Two subjects were found to be one, or found not to be after all; of one pair the newest counts. */
    public record Merge(UUID one, UUID other, boolean joined, long knownAt) {
        private UUID counterpart(UUID of) {
            return of.equals(one) ? other : one;
        }

        private boolean concerns(UUID subject) {
            return subject.equals(one) || subject.equals(other);
        }
    }

    /** A name a subject has borne. */
    public record Name(UUID subjectId, SubjectName name, long knownAt) {}

    /** A listing that concerns a subject, with all its events. */
    public record Mention(UUID subjectId, SubjectFile.Mention mention) {}

    /** What was known at a number: nothing of what came later. */
    public SubjectFile asKnownAt(long number) {
        if (subjectId == null || identifiedAt > number) {
            return new SubjectFile(number, List.of(), List.of());
        }
        Set<UUID> same = sameAsKnownAt(number, subjectId);
        Set<SubjectName> known = new LinkedHashSet<>();
        for (Name name : names) {
            if (name.knownAt() <= number && same.contains(name.subjectId())) {
                known.add(name.name());
            }
        }
        List<SubjectFile.Mention> seen = new ArrayList<>();
        for (Mention each : mentions) {
            SubjectFile.Mention mention = each.mention();
            if (same.contains(each.subjectId()) && mention.listing().knownAt() <= number) {
                seen.add(new SubjectFile.Mention(
                        mention.listing().asKnownAt(number), mention.role(), mention.from(), mention.to()));
            }
        }
        return new SubjectFile(number, List.copyOf(known), List.copyOf(seen));
    }

    private Set<UUID> sameAsKnownAt(long number, UUID first) {
        Map<Set<UUID>, Merge> newest = new HashMap<>();
        merges.stream()
                .filter(merge -> merge.knownAt() <= number)
                .sorted(Comparator.comparingLong(Merge::knownAt))
                .forEach(merge -> newest.put(Set.of(merge.one(), merge.other()), merge));
        Set<UUID> same = new HashSet<>(Set.of(first));
        List<UUID> next = new ArrayList<>(same);
        while (!next.isEmpty()) {
            UUID subject = next.remove(next.size() - 1);
            for (Merge merge : newest.values()) {
                if (merge.joined() && merge.concerns(subject) && same.add(merge.counterpart(subject))) {
                    next.add(merge.counterpart(subject));
                }
            }
        }
        return same;
    }
}
