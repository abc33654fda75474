package org.xinheng.app.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.difference.ChangedCell;
import org.xinheng.release.difference.ChangedRow;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.TableDifference;
import org.xinheng.release.difference.TableName;
import org.xinheng.release.difference.TableRow;

/** A difference on the terminal: {@code +} new, {@code -} gone, {@code ~} changed, one line a changed cell. */
final class DifferencePrint {
    private final boolean english;
    private final PrintWriter out;

    private DifferencePrint(boolean english, PrintWriter out) {
        this.english = english;
        this.out = out;
    }

    static void print(Difference difference, boolean english, PrintWriter out) {
        var print = new DifferencePrint(english, out);
        difference.tables().forEach(print::table);
        out.println((english ? "%d rows added, %d removed, %d changed" : "新增 %d 行，删除 %d 行，修改 %d 行")
                .formatted(difference.added(), difference.removed(), difference.changed()));
    }

    private void table(TableDifference table) {
        out.println("## " + title(table.table()));
        table.added().forEach(row -> out.println("+ " + row.code() + "  " + place(row)));
        table.removed().forEach(row -> out.println("- " + row.code() + "  " + place(row)));
        table.changed().forEach(this::changed);
    }

    private void changed(ChangedRow row) {
        boolean moved = !row.before().workbook().equals(row.after().workbook());
        out.println("~ " + row.code() + "  " + (moved ? place(row.before()) + " → " : "") + place(row.after()));
        for (ChangedCell cell : row.cells()) {
            out.println("    " + cell.heading() + " " + addresses(cell) + ": " + displayed(cell.before()) + " → "
                    + displayed(cell.after()));
        }
    }

    private String title(TableName table) {
        return table.kind() == TableName.Kind.REGISTER
                ? (english ? "register " : "登记册 ") + table.sheet()
                : table.sheet();
    }

    private static String place(TableRow row) {
        return row.workbook() + " " + row.table().sheet() + "!" + row.row();
    }

    private static String addresses(ChangedCell cell) {
        String before = word(cell.addressBefore());
        String after = word(cell.addressAfter());
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String word(@Nullable String address) {
        return address == null ? "·" : address;
    }

    private static String displayed(String text) {
        return text.isEmpty() ? "·" : "`" + text.replace("\n", "\\n") + "`";
    }
}
