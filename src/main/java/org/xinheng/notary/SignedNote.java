package org.xinheng.notary;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures under it, in the form of C2SP signed-note: the text, a blank line, and lines
 * {@code — name base64(key id ‖ signature)}. A note says nothing until a key that its reader trusts has been found to
 * have signed it.
 *
 * @param text ends with a line feed; this is what is signed
 * @param signatures the lines, without their line feeds
 */
public record SignedNote(String text, List<String> signatures) {
    private static final String BLANK_LINE = "\n\n";
    private static final String DASH = "— ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.isBlank() || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note is text that ends with a line feed");
        }
    }

    /** Signs a text with every key, in their order. */
    public static SignedNote sign(String text, List<? extends NoteSigner> signers) {
        return new SignedNote(
                text, signers.stream().map(signer -> signer.line(text)).toList());
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf(BLANK_LINE);
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a signed note is a text, a blank line, and lines of signatures");
        }
        List<String> lines = new ArrayList<>();
        for (String line : note.substring(end + BLANK_LINE.length()).split("\n", -1)) {
            if (line.startsWith(DASH)) {
                lines.add(line);
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("a line of a signature begins with `" + DASH + "`");
            }
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /** The whole note, as it is published. */
    public String written() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }

    /**
     * Whether one of these keys signed it. A signature that claims to be of a known key and is not spoils the whole
     * note; those of unknown keys do not count.
     */
    public boolean isSignedByOneOf(List<? extends VerifierKey> known) {
        boolean signed = false;
        for (String line : signatures) {
            for (VerifierKey key : known) {
                VerifierKey.Judgement judgement = key.judge(text, line);
                if (judgement == VerifierKey.Judgement.FORGED) {
                    return false;
                }
                signed |= judgement == VerifierKey.Judgement.SIGNED;
            }
        }
        return signed;
    }
}
