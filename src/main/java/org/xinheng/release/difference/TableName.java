package org.xinheng.release.difference;

/**
 * One table of the workbooks: a register, or the rows or the cases of all rule workbooks together, since a row that moves
 * from one workbook to another stays the same row.
 *
 * @param sheet sheet name
 */
public record TableName(Kind kind, String sheet) {
    /** What its rows are. */
    public enum Kind {
        /** 登记册. */
        REGISTER,
        /** 措施. */
        RULES,
        /** 测试. */
        TESTS
    }
}
