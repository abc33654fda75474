package org.xinheng.catalogue;

import java.util.Optional;

/** Columns of the sheet 措施, in their order; the heading is what policy staff see. */
public enum RuleColumn {
    CODE("行代码"),
    LIST_KIND("名单种类"),
    GROUND("认定事由"),
    GRAVITY("严重程度"),
    SUBJECT_TYPE("主体类型"),
    ROLE("责任人员角色"),
    LISTING_REGION("名单地区"),
    MATTER_REGION("办理地区"),
    MATTER("办理事项"),
    SECTOR("行业"),
    ITEM("许可职业职务"),
    LEGALLY_REQUIRED_TENDER("依法必须招标"),
    GOVERNMENT_INVESTED("政府投资"),
    AGENCY_KIND("机构类别"),
    LEGAL_BASIS("法规依据"),
    VALID_FROM("有效期自"),
    VALID_TO("有效期至"),
    MEASURE_ITEM("措施项"),
    MEASURE("措施"),
    EFFECT("效力"),
    TERM("期限"),
    COUNTED_FROM("期限起算"),
    MEMORANDUM("备忘录"),
    EXCLUDED_BY("排除名单"),
    LAST_CHECKED("最后核对");

    private final String heading;

    RuleColumn(String heading) {
        this.heading = heading;
    }

    /** The heading in the workbook. */
    public String heading() {
        return heading;
    }

    /** Columns up to {@link #VALID_TO} except the code are conditions; the rest say what follows. */
    public boolean condition() {
        return this != CODE && compareTo(VALID_TO) <= 0;
    }

    /** The column with this heading. */
    public static Optional<RuleColumn> headed(String heading) {
        for (RuleColumn column : values()) {
            if (column.heading.equals(heading)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
