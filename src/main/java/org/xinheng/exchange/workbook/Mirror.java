package org.xinheng.exchange.workbook;

import java.util.List;
import java.util.Optional;

/** A workbook as plain text: what stands in its visible cells, without looks and technical rows. */
record Mirror(List<MirrorSheet> sheets) {
    Mirror {
        sheets = List.copyOf(sheets);
    }

    /** The sheet with this name. */
    Optional<MirrorSheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
