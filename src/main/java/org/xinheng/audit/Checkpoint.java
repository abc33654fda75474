package org.xinheng.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log says of itself at one size (检查点), in the form of C2SP tlog-checkpoint: origin, size and root, a line
 * each. Signed, it binds the service to every entry up to there.
 *
 * @param origin name of the log, which is also the name of its key
 * @param size number of integrated entries
 */
public record Checkpoint(String origin, long size, TreeHash root) {
    private static final Pattern FORM = Pattern.compile(
            "(?<origin>[^\\n]+)\\n(?<size>0|[1-9][0-9]{0,17})\\n(?<root>[A-Za-z0-9+/]{43}=)\\n(?<more>(?:[^\\n]+\\n)*)");

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads the text of a note; lines after the third are extensions and say nothing here. Empty when it is none. */
    public static Optional<Checkpoint> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    form.group("origin"), Long.parseLong(form.group("size")), TreeHash.ofBase64(form.group("root"))));
        } catch (IllegalArgumentException notOneHash) {
            return Optional.empty();
        }
    }
}
