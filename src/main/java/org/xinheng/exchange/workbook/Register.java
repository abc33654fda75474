package org.xinheng.exchange.workbook;

import java.util.List;

/** A set of codes that other sheets refer to: a sheet of {@code registers.xlsx}, or the part of it of one type. */
enum Register {
    LEGAL_BASIS("法规依据", "", "名称", "条款"),
    LIST_KIND("名单目录", "", "名称"),
    GROUND("认定事由", "", "名称"),
    EDITION("清单版本", "", "名称"),
    MEASURE_ITEM("措施清单", "", "名称"),
    MEASURE("措施", "", "名称"),
    MEMORANDUM("备忘录", "", "名称"),
    DEPARTMENT_KIND("部门类别", "", "名称"),
    MATTER("办理事项", "", "名称"),
    SECTOR("事项细项", "SECTOR", "名称"),
    ITEM("事项细项", "ITEM", "名称"),
    REGION("地区", "", "名称");

    private final String sheet;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> titleHeadings;

    Register(String sheet, String type, String... titleHeadings) {
        this.sheet = sheet;
        this.type = type;
        this.titleHeadings = List.of(titleHeadings);
    }

    /** Name of the sheet that holds it. */
    String sheet() {
        return sheet;
    }

    /** Only rows whose column 类型 says so; empty for all rows. */
    String type() {
        return type;
    }

    /** Headings of the columns that make the title of a code. */
    List<String> titleHeadings() {
        return titleHeadings;
    }

    /** How the set is called in the sheet 字典 and in messages. */
    String title() {
        return switch (this) {
            case SECTOR -> "行业";
            case ITEM -> "许可职业职务";
            default -> sheet;
        };
    }
}
