package org.xinheng.engine;

import java.time.LocalDate;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.MeasureItem;

/** An item of an edition of the measure list (清单条目). */
public final class MeasureListEntry {
    private final MeasureItem item;
    private final Edition edition;

    MeasureListEntry(MeasureItem item, Edition edition) {
        this.item = item;
        this.edition = edition;
    }

    /** {@code 2024-01}. */
    public String code() {
        return item.code();
    }

    /**
     * 第三类: advice to others, who choose for themselves. No number, since Drools 10.2.0 writes {@code ınt} for the type of
     * one under a Turkish locale.
     */
    public boolean thirdClass() {
        return item.measureClass() == 3;
    }

    /** Whether its edition is in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return edition.inForce().includes(day);
    }
}
