package org.xinheng.release.gate;

/**
 * What the gate can find wrong with a workbook. Codes are stable; texts stand in {@code messages/findings_zh.properties}
 * and {@code messages/findings_en.properties} ({@code CODE} says what is wrong, {@code CODE.mend} how to mend it).
 */
public enum FindingCode {
    // the file
    NOT_A_WORKBOOK(Severity.ERROR),
    OLD_FORMAT(Severity.ERROR),
    ENCRYPTED(Severity.ERROR),
    HAS_MACRO(Severity.ERROR),
    EXTERNAL_LINK(Severity.ERROR),
    EMBEDDED_OBJECT(Severity.ERROR),
    XML_ENTITY(Severity.ERROR),
    TOO_LARGE(Severity.ERROR),
    ZIP_BOMB(Severity.ERROR),
    WORKBOOK_MISSING(Severity.ERROR),
    WORKBOOK_DOUBLED(Severity.ERROR),
    GATE_FAILED(Severity.ERROR),

    // the structure
    SHEET_MISSING(Severity.ERROR),
    SHEET_DOUBLED(Severity.ERROR),
    SHEET_MOVED(Severity.ERROR),
    SHEET_HIDDEN(Severity.ERROR),
    SHEET_IGNORED(Severity.WARNING),
    SECOND_RULE_SHEET(Severity.ERROR),
    TECHNICAL_ROW_CHANGED(Severity.ERROR),
    HEADING_WRONG(Severity.ERROR),
    HEADING_MOVED(Severity.ERROR),
    HEADING_DOUBLED(Severity.ERROR),
    CELL_OUTSIDE_TABLE(Severity.ERROR),
    MERGED_CELLS(Severity.ERROR),
    BLANK_ROW(Severity.ERROR),
    ROWS_AFTER_GAP(Severity.ERROR),
    REMARK_IN_DATA(Severity.ERROR),
    HIDDEN_ROW(Severity.ERROR),
    HIDDEN_COLUMN(Severity.ERROR),
    FILTERED_ROWS(Severity.ERROR),
    NO_DATA(Severity.ERROR),
    TOO_MANY_ROWS(Severity.ERROR),
    DATE_SYSTEM_1904(Severity.WARNING),

    // values
    REQUIRED_CELL_EMPTY(Severity.ERROR),
    CODE_MALFORMED(Severity.ERROR),
    CODE_UNKNOWN(Severity.ERROR),
    WORD_UNKNOWN(Severity.ERROR),
    ONE_CODE_ONLY(Severity.ERROR),
    CODE_REPEATED(Severity.ERROR),
    WRONG_SEPARATOR(Severity.ERROR),
    NUMBER_FOR_TEXT(Severity.ERROR),
    SCIENTIFIC_NUMBER(Severity.ERROR),
    DATE_FOR_TEXT(Severity.ERROR),
    DATE_MALFORMED(Severity.ERROR),
    DATE_IMPOSSIBLE(Severity.ERROR),
    DATE_WITH_TIME(Severity.ERROR),
    TERM_MALFORMED(Severity.ERROR),
    NUMBER_MALFORMED(Severity.ERROR),
    FORMULA(Severity.ERROR),
    FORMULA_WITHOUT_VALUE(Severity.ERROR),
    ERROR_VALUE(Severity.ERROR),
    FULL_WIDTH(Severity.ERROR),
    STRAY_BLANK(Severity.ERROR),
    LINE_BREAK(Severity.ERROR),
    FORBIDDEN_CHARACTER(Severity.ERROR),
    TEXT_TOO_LONG(Severity.ERROR),
    DUPLICATE_CODE(Severity.ERROR),
    PERIOD_REVERSED(Severity.ERROR),
    TERMS_REVERSED(Severity.ERROR),

    // what the registers mean
    LIST_WITHOUT_GROUND(Severity.ERROR),
    MATTER_WITHOUT_AGENCY(Severity.ERROR),
    REGION_WITHOUT_PARENT(Severity.ERROR),
    REGION_CYCLE(Severity.ERROR),
    LOCAL_BASIS_WITHOUT_REGION(Severity.ERROR),
    REGION_OF_NATIONAL_BASIS(Severity.ERROR),
    PROMPT_ORDERS(Severity.ERROR),

    // what the rows mean
    ROW_CATCHES_ALL(Severity.ERROR),
    ROW_NEVER_MATCHES(Severity.ERROR),
    ROW_COVERED(Severity.WARNING),
    ROW_TWICE(Severity.ERROR),
    ROWS_DIFFER_IN_EFFECT(Severity.WARNING),
    SUPPLEMENT_REPEATS(Severity.ERROR),
    SUPPLEMENT_EXCEEDS(Severity.ERROR),
    ROW_OUTSIDE_BASIS_DATES(Severity.ERROR),
    ROW_OUTSIDE_LIST_DATES(Severity.ERROR),
    BASIS_NOT_IN_FORCE(Severity.ERROR),
    BASIS_NOT_ABLE(Severity.ERROR),
    BASIS_UNVERIFIED(Severity.WARNING),
    EFFECT_ABOVE_CEILING(Severity.ERROR),
    TERM_ABOVE_LONGEST(Severity.ERROR),
    TERM_BELOW_LEAST(Severity.ERROR),
    COUNTED_FROM_MISSING(Severity.ERROR),
    CLASS_THREE_ORDERS(Severity.ERROR),
    MEASURE_ITEM_MISSING(Severity.ERROR),
    MEASURE_ITEM_IN_REWARD(Severity.ERROR),
    MEASURE_ITEM_NOT_IN_FORCE(Severity.ERROR),
    NATURE_AND_EFFECT_DISAGREE(Severity.ERROR),
    REWARD_WITHOUT_EXCLUSION(Severity.ERROR),
    PUNISHMENT_WITH_EXCLUSION(Severity.ERROR),
    ROLE_MISSING(Severity.ERROR),
    ROLES_MIXED(Severity.ERROR),
    REGION_WITHOUT_STATUTE(Severity.ERROR),

    // the tests
    ROW_WITHOUT_TEST(Severity.ERROR),
    TEST_ROW_UNKNOWN(Severity.ERROR),
    TEST_FAILED(Severity.ERROR),

    // what may have been forgotten
    LIST_KIND_WITHOUT_ROWS(Severity.HINT),
    MEMORANDUM_WITHOUT_ROWS(Severity.HINT),
    MATTER_WITHOUT_ROWS(Severity.HINT),
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
