package org.xinheng.release;

/**
 * What the gate can find wrong with a workbook. Codes are stable; texts stand in {@code messages/findings_zh.properties}
 * and {@code messages/findings_en.properties} ({@code CODE} says what is wrong, {@code CODE.mend} how to mend it).
 */
public enum FindingCode {
    NOT_A_WORKBOOK(Severity.ERROR),
    SHEET_MISSING(Severity.ERROR),
    HEADING_WRONG(Severity.ERROR),
    ;

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** How grave it is. */
    public Severity severity() {
        return severity;
    }
}
