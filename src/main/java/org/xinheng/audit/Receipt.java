package org.xinheng.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.xinheng.notary.SignedNote;

/**
 * The signed promise that an entry will be integrated (回执). Its first line keeps it apart from a checkpoint, so that
 * neither can pass for the other.
 *
 * @param leafHash hash of the entry's leaf
 * @param integratedBy when it will be in the tree at the latest
 * @param note the promise, signed
 */
public record Receipt(TreeHash leafHash, Instant integratedBy, String note) {
    /** How long integration may take; it takes about a second. */
    public static final Duration PROMISE = Duration.ofHours(24);

    private static final String FIRST_LINE = "xinheng-receipt/v1";
    private static final int LINES = 4;

    /** The text that is signed. */
    public static String text(String origin, TreeHash leafHash, Instant integratedBy) {
        return FIRST_LINE + "\n" + origin + "\n" + leafHash.base64() + "\n" + integratedBy + "\n";
    }

    /** The promise for an entry of this moment. */
    public static Instant promised(Instant at) {
        return at.plus(PROMISE).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads a receipt; empty when the note is none. Whether it is signed is another question. */
    public static Optional<Receipt> read(String note) {
        try {
            String[] lines = SignedNote.parse(note).text().split("\n", -1);
            if (lines.length != LINES + 1 || !lines[0].equals(FIRST_LINE)) {
                return Optional.empty();
            }
            return Optional.of(new Receipt(TreeHash.ofBase64(lines[2]), Instant.parse(lines[3]), note));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
