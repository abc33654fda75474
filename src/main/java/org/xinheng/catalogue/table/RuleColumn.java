package org.xinheng.catalogue.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the sheet 措施, in their order; the heading is what policy staff see. Kind and snippet are what stands in
 * the hidden technical rows above it, so that the sheet is a standard Drools decision table; {@link RuleTableHead} has
 * the rest of them.
 */
public enum RuleColumn {
    CODE("行代码", Kind.NAME, null),
    LIST_KIND("名单种类", Kind.CONDITION, "listKindIn(\"$param\")"),
    GROUND("认定事由", Kind.CONDITION, "groundIn(\"$param\")"),
    GRAVITY("严重程度", Kind.CONDITION, "gravityIn(\"$param\")"),
    SUBJECT_TYPE("主体类型", Kind.CONDITION, "subjectTypeIn(\"$param\")"),
    ROLE("责任人员角色", Kind.CONDITION, "roleIn(\"$param\")"),
    LISTING_REGION("名单地区", Kind.CONDITION, "listingRegionIn(\"$param\")"),
    MATTER_REGION("办理地区", Kind.CONDITION, "matterRegionIn(\"$param\")"),
    MATTER("办理事项", Kind.CONDITION, "matterIn(\"$param\")"),
    SECTOR("行业", Kind.CONDITION, "sectorIn(\"$param\")"),
    ITEM("许可职业职务", Kind.CONDITION, "itemIn(\"$param\")"),
    LEGALLY_REQUIRED_TENDER("依法必须招标", Kind.CONDITION, "legallyRequiredTenderIs(\"$param\")"),
    GOVERNMENT_INVESTED("政府投资", Kind.CONDITION, "governmentInvestedIs(\"$param\")"),
    AGENCY_KIND("机构类别", Kind.CONDITION, "agencyKindIn(\"$param\")"),
    LEGAL_BASIS("法规依据", Kind.CONDITION, "mayRestOn(\"$param\")"),
    VALID_FROM("有效期自", Kind.CONDITION, "onOrAfter(\"$param\")"),
    VALID_TO("有效期至", Kind.CONDITION, "onOrBefore(\"$param\")"),
    MEASURE_ITEM("措施项", Kind.ACTION, concluding("measureItem")),
    MEASURE("措施", Kind.ACTION, concluding("measure")),
    EFFECT("效力", Kind.ACTION, concluding("effect")),
    TERM("期限", Kind.ACTION, concluding("term")),
    COUNTED_FROM("期限起算", Kind.ACTION, concluding("countedFrom")),
    MEMORANDUM("备忘录", Kind.ACTION, concluding("memorandum")),
    EXCLUDED_BY("排除名单", Kind.ACTION, concluding("excludedBy")),
    LAST_CHECKED("最后核对", Kind.METADATA, "LastChecked(\"$param\")");

    /** What a column is to Drools; the name is the keyword in the technical row. */
    public enum Kind {
        NAME,
        CONDITION,
        ACTION,
        METADATA
    }

    private final String heading;
    private final Kind kind;
    private final @Nullable String snippet;

    RuleColumn(String heading, Kind kind, @Nullable String snippet) {
        this.heading = heading;
        this.kind = kind;
        this.snippet = snippet;
    }

    private static String concluding(String method) {
        return "conclusions.of($situation, drools.getRule())." + method + "(\"$param\");";
    }

    /** The heading in the workbook. */
    public String heading() {
        return heading;
    }

    /** What the column is to Drools. */
    public Kind kind() {
        return kind;
    }

    /** What the technical row says of the column; empty for the name of the row. */
    public Optional<String> snippet() {
        return Optional.ofNullable(snippet);
    }

    /** Conditions say when a row matches; the rest say what follows. */
    public boolean condition() {
        return kind == Kind.CONDITION;
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
