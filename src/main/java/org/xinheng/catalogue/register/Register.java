package org.xinheng.catalogue.register;

/** A set of codes that other sheets refer to: a sheet of {@code registers.xlsx}, or the part of it of one type. */
public enum Register {
    LEGAL_BASIS("法规依据", ""),
    LIST_KIND("名单目录", ""),
    GROUND("认定事由", ""),
    EDITION("清单版本", ""),
    MEASURE_ITEM("措施清单", ""),
    MEASURE("措施", ""),
    MEMORANDUM("备忘录", ""),
    DEPARTMENT_KIND("部门类别", ""),
    MATTER("办理事项", ""),
    SECTOR("事项细项", "SECTOR"),
    ITEM("事项细项", "ITEM"),
    REGION("地区", "");

    private final String sheet;
    private final String type;

    Register(String sheet, String type) {
        this.sheet = sheet;
        this.type = type;
    }

    /** Name of the sheet that holds it. */
    public String sheet() {
        return sheet;
    }

    /** Only rows whose column {@value RegisterSheets#TYPE} says so; empty for all rows. */
    public String type() {
        return type;
    }

    /** How the set is called in the sheet 字典 and in messages. */
    public String title() {
        return switch (this) {
            case SECTOR -> "行业";
            case ITEM -> "许可职业职务";
            default -> sheet;
        };
    }
}
