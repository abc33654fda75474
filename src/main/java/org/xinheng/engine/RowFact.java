package org.xinheng.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the rules find it: under one list kind, and under one matter or any. A row that names several stands here
 * several times, but a listing has one kind and an inquiry one matter, so it is found once at most. Never written to.
 */
public final class RowFact {
    private final Row row;
    private final String listKind;
    private final @Nullable String matter;

    private RowFact(Row row, String listKind, @Nullable String matter) {
        this.row = row;
        this.listKind = listKind;
        this.matter = matter;
    }

    /** All entries of a row. */
    static List<RowFact> of(Row row) {
        List<RowFact> entries = new ArrayList<>();
        for (String listKind : row.rule().listKinds()) {
            if (row.rule().matters().isEmpty()) {
                entries.add(new RowFact(row, listKind, null));
            }
            for (String matter : row.rule().matters()) {
                entries.add(new RowFact(row, listKind, matter));
            }
        }
        return entries;
    }

    Row row() {
        return row;
    }

    /** 名单种类. */
    public String listKind() {
        return listKind;
    }

    /** 办理事项, null for any. */
    public @Nullable String matter() {
        return matter;
    }

    /** Whether it names no matter. */
    public boolean forAnyMatter() {
        return matter == null;
    }

    /** Whether everything else that the row names agrees with the situation, or may agree. */
    public boolean agreesWith(Situation situation) {
        return row.agreesWith(situation);
    }
}
