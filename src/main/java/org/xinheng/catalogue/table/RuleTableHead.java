package org.xinheng.catalogue.table;

/**
 * What stands in the hidden technical rows of the sheet 措施 besides kind and snippet of each {@link RuleColumn}. The
 * sheet is the first of its workbook, since Drools reads no other.
 *
 * <p>Rows, from the top, all beginning in column A:
 *
 * <ol>
 *   <li>{@value #RULE_SET_KEYWORD} | {@value #RULE_SET}
 *   <li>{@value #IMPORT_KEYWORD} | {@value #IMPORT}
 *   <li>{@value #VARIABLES_KEYWORD} | {@value #VARIABLES}
 *   <li>{@value #RULE_TABLE}
 *   <li>the kind of each column
 *   <li>{@value #PATTERN}, one cell merged over all conditions; the cells it covers exist and are empty, or Drools does
 *       not see how far it reaches; the rest of the row is empty
 *   <li>the snippet of each column
 *   <li>the heading of each column, the first row that policy staff see
 *   <li>the data, without an empty row between
 * </ol>
 */
public final class RuleTableHead {
    /** The sheet of the rows. */
    public static final String RULES_SHEET = "措施";
    /** The sheet of their cases. */
    public static final String TESTS_SHEET = "测试";

    public static final String RULE_SET_KEYWORD = "RuleSet";
    /** Package of the generated rules, the same in every workbook, so that a row code is unique over all of them. */
    public static final String RULE_SET = "org.xinheng.measures";

    public static final String IMPORT_KEYWORD = "Import";
    /** The fact that the conditions ask, and the collector that the actions write to. */
    public static final String IMPORT = "org.xinheng.engine.Situation, org.xinheng.engine.Conclusions";

    public static final String VARIABLES_KEYWORD = "Variables";
    public static final String VARIABLES = "org.xinheng.engine.Conclusions conclusions";

    public static final String RULE_TABLE = "RuleTable " + RULES_SHEET;
    public static final String PATTERN = "$situation : Situation";

    /** What joins several codes in one cell. */
    public static final String CODE_SEPARATOR = "、";

    private RuleTableHead() {}
}
