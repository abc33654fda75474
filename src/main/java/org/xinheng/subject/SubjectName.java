package org.xinheng.subject;

import java.text.Normalizer;
import java.util.Collection;

/** A name a subject has borne (名称), compared without regard to width, spaces and brackets. */
public record SubjectName(String value) {
    /** Longest name taken, in characters. */
    public static final int LENGTH_MAX = 200;

    /** Whether the other is the same name, written differently at most. */
    public boolean sameAs(SubjectName other) {
        return folded().equals(other.folded());
    }

    /** Whether this name is in doubt: some names are known and it is none of them. */
    public boolean neverBorneAmong(Collection<SubjectName> known) {
        return !known.isEmpty() && known.stream().noneMatch(this::sameAs);
    }

    /** Whether the name says that it is one of a branch (分支机构), such as 分公司 or 营业部. */
    public boolean saysBranch() {
        return BranchWords.in(this);
    }

    /** The name as it may be shown of a person: its first character, a star for each further one. */
    public String masked() {
        int first = value.offsetByCodePoints(0, 1);
        return value.substring(0, first) + "*".repeat(Math.max(1, value.codePointCount(first, value.length())));
    }

    /** The name without regard to width, case, spaces and brackets: the form in which it is compared. */
    public String folded() {
        String narrow = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT);
        StringBuilder stored = new StringBuilder(narrow.length());
        narrow.codePoints().filter(Character::isLetterOrDigit).forEach(stored::appendCodePoint);
        return stored.toString();
    }
}
