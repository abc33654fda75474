package org.xinheng.law;

import java.util.Optional;

/** Rank of an instrument (效力层级) in the order of 立法法; the title is how tables and answers write it. */
public enum InstrumentLevel {
    LAW("法律", true),
    ADMINISTRATIVE_REGULATION("行政法规", true),
    JUDICIAL_INTERPRETATION("司法解释", true),
    /** Carries a measure inside its own region only (国办发〔2020〕49号). */
    LOCAL_REGULATION("地方性法规", true),
    CENTRAL_POLICY("党中央国务院政策文件", true),
    /** Founds a list as its procedure, never a measure alone. */
    DEPARTMENTAL_RULE("部门规章", false),
    /** Notices and memoranda: never a basis alone. */
    NORMATIVE_DOCUMENT("规范性文件", false);

    private final String title;
    private final boolean carriesMeasures;

    InstrumentLevel(String title, boolean carriesMeasures) {
        this.title = title;
        this.carriesMeasures = carriesMeasures;
    }

    /** The Chinese term, as it stands in the registers. */
    public String title() {
        return title;
    }

    /** Whether an instrument of this level may carry a measure that takes a right or adds a duty (L1). */
    public boolean carriesMeasures() {
        return carriesMeasures;
    }

    /** The level with this Chinese title. */
    public static Optional<InstrumentLevel> titled(String title) {
        for (InstrumentLevel level : values()) {
            if (level.title.equals(title)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
