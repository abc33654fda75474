package org.xinheng.exchange.workbook;

import static org.xinheng.catalogue.table.RuleColumn.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleCell;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.law.TermLength;

/** Makes the typed row of a row of the sheet 措施 whose cells were all understood. */
final class MeasureRuleBuilder {
    private MeasureRuleBuilder() {}

    static MeasureRule build(RowReading row) {
        return new MeasureRule(
                row.must(CODE.heading()),
                codes(row, LIST_KIND),
                codes(row, GROUND),
                row.words(GRAVITY.heading(), Gravity.class),
                row.words(SUBJECT_TYPE.heading(), SubjectType.class),
                row.words(ROLE.heading(), TargetRole.class),
                codes(row, LISTING_REGION),
                codes(row, MATTER_REGION),
                codes(row, MATTER),
                codes(row, SECTOR),
                codes(row, ITEM),
                row.yesOrNo(LEGALLY_REQUIRED_TENDER.heading()),
                row.yesOrNo(GOVERNMENT_INVESTED.heading()),
                codes(row, AGENCY_KIND),
                row.list(LEGAL_BASIS.heading()),
                row.period(VALID_FROM.heading(), VALID_TO.heading()),
                row.text(MEASURE_ITEM.heading()),
                row.must(MEASURE.heading()),
                Effect.valueOf(row.must(EFFECT.heading())),
                term(row.must(TERM.heading()), row.maybe(COUNTED_FROM.heading(), CountedFrom::valueOf)),
                row.text(MEMORANDUM.heading()),
                codes(row, EXCLUDED_BY),
                row.must(LAST_CHECKED.heading()),
                row.source(),
                conditions(row));
    }

    private static Set<String> codes(RowReading row, RuleColumn column) {
        return row.set(column.heading());
    }

    private static MeasureTerm term(String written, @Nullable CountedFrom countedFrom) {
        if (written.startsWith("FIXED ")) {
            TermLength length =
                    TermLength.parse(written.substring("FIXED ".length())).orElseThrow();
            return new MeasureTerm(MeasureTerm.Kind.FIXED, length, countedFrom);
        }
        return new MeasureTerm(MeasureTerm.Kind.valueOf(written), null, countedFrom);
    }

    private static List<RuleCell> conditions(RowReading row) {
        var cells = new ArrayList<RuleCell>();
        int at = 0;
        for (RuleColumn column : RuleColumn.values()) {
            at++;
            String text = row.text(column.heading());
            if (column.condition() && text != null) {
                String address = new CellAddress(row.source().row(), at).toString();
                cells.add(new RuleCell(column, column.heading(), address, text));
            }
        }
        return List.copyOf(cells);
    }
}
