package org.xinheng.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port: entries by the hundred thousand, kept set by set inside the running transaction (批量列入). Rows are staged first,
 * without being seen by anybody; what they say is compared with what stands there behind the lock of commits; then
 * what is new is kept. Nothing of it is left when the transaction ends.
 */
public interface BulkEntries {
    /** Begins; nothing is staged. */
    void begin();

    /**
     * An entry that has no fault of its own.
     *
     * @param line where it stands in its file
     * @param id the entry's id, should it be new
     */
    record Staged(int line, UUID id, ListingDraft draft) {}

    /** A removal that has no fault of its own. */
    record StagedRemoval(int line, RemovalDraft removal) {}

    /** Adds rows to the stage. */
    void stage(List<Staged> entries, List<StagedRemoval> removals);

    /**
     * Two lines that do not go together.
     *
     * @param line the later one
     * @param first the first one that it does not go with
     */
    record LinePair(int line, int first) {}

    /** Lines that say the same as one before them. */
    List<LinePair> doubled();

    /** Lines that give a number another name than the first line with that number. */
    List<LinePair> namedOtherwise();

    /** Takes lines off the stage again. */
    void leaveOut(Collection<Integer> lines);

    /**
     * Whose entries are looked at: a department's, as they stand on a day.
     *
     * @param recognisedUnder the agreement that a whole list is of, null for what the department determined itself
     */
    record Whose(
            String department, LocalDate today, @Nullable String recognisedUnder) {}

    /**
     * Compares the stage with what the department has, behind the lock of commits: who is known, which entries stand
     * there already, which entry a removal is of.
     */
    void compare(Whose whose);

    /** A line and an entry that stands there. */
    record LineEntry(int line, UUID listing) {}

    /** Lines whose entry stands there already, the first of them. */
    List<LineEntry> unchanged(int most);

    /** How many lines have an entry that stands there already. */
    long unchangedCount();

    /** New entries on the stage that rest on an act which has been revoked, each with its act. */
    List<LineAct> restingOnRevoked();

    /** A line and the act that its entry rests on. */
    record LineAct(int line, UUID act) {}

    /** New entries on the stage about somebody. */
    List<LineNotice> linesAbout(NoticeBlocks.About about);

    /** A line and the day of the prior notice that its entry rests on. */
    record LineNotice(int line, @Nullable LocalDate priorNoticeOn) {}

    /** Entries that removals could be of; a line may have none or several. */
    List<LineEntry> removable();

    /** Entries that one of these lines removes do not stand there any more for the lines after it. */
    void removedBefore(Collection<Integer> removals);

    /** What a full feed means for what stands there. */
    record Absence(long inForce, long absent) {}

    /** Counts the department's entries of a kind and source that the stage does not have, and marks them as absent. */
    Absence absence(Whose whose, String listKind);

    /** Absent entries after an id, in the order of ids. */
    List<UUID> absent(UUID after, int most);

    /** An end to be recorded. */
    record End(UUID listing, LocalDate removedOn, String reason, String documentNumber) {}

    /**
     * Who keeps what, and when.
     *
     * @param knownAt number of the open commit
     * @param batch the batch it comes with
     */
    record Keeping(long knownAt, UUID batch, String department, UUID callerKey, Instant at) {}

    /** Keeps everything on the stage that does not stand there already; the number of entries made. */
    long keep(Keeping keeping);

    /** Records ends one by one. */
    void end(List<End> ends, Keeping keeping);

    /**
     * Ends all entries marked as absent, each on the day or, where it begins later, on its first day.
     *
     * @return how many
     */
    long endAbsent(LocalDate day, String reason, String documentNumber, Keeping keeping);
}
