package org.xinheng.exchange.workbook;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.Contents;
import org.xinheng.catalogue.register.Misfit.Reason;
import org.xinheng.catalogue.register.Register;
import org.xinheng.catalogue.register.Vocabulary;

/** A term of a row: {@code AS_DECIDED}, {@code FIXED 3 years} … */
final class RowTerm extends Content.Shaped<String> {
    private static final Pattern SHAPE =
            Pattern.compile("AS_DECIDED|LIST_PERIOD|UNTIL_PERFORMED|LIFE|FIXED [1-9][0-9]? (years|months)");
    private static final String EXAMPLE = "FIXED 3 years";

    /** The terms that rows mostly have; others may be typed. */
    private static final Vocabulary USUAL = new Vocabulary(
            "期限",
            Contents.words(
                    "AS_DECIDED", "依决定",
                    "LIST_PERIOD", "在列期间",
                    "UNTIL_PERFORMED", "履行完毕为止",
                    "LIFE", "终身",
                    "FIXED 6 months", "法定六个月",
                    "FIXED 1 years", "法定一年",
                    "FIXED 2 years", "法定二年",
                    "FIXED 3 years", "法定三年",
                    "FIXED 5 years", "法定五年",
                    "FIXED 10 years", "法定十年"));

    RowTerm() {
        super(CellForm.CODE, EXAMPLE, part -> part, SHAPE.asMatchPredicate(), Reason.TERM_MALFORMED, EXAMPLE);
    }

    @Override
    public Vocabulary offered(Function<Register, Map<String, String>> codes) {
        return USUAL;
    }

    @Override
    public boolean open() {
        return true;
    }
}
