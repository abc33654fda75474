package org.xinheng.release.gate.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.Effect;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.gate.FindingCode;

/** An article that is able to carry the effect is in force, and verified where the effect needs it (L1, L2). */
final class CarryingArticleCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        if (rule.reward() || rule.effect() == Effect.ADVISE) {
            anyInForce(row, row.bases());
            return;
        }
        Collection<String> regions = new HashSet<>();
        rule.matterRegions().forEach(region -> regions.addAll(row.registers().regionAndAbove(region)));
        List<LegalBasis> able = row.bases().stream()
                .filter(basis -> basis.canCarry(rule.effect(), regions))
                .toList();
        if (able.isEmpty()) {
            if (row.regionsSound() || row.bases().stream().noneMatch(CheckedRow::local)) {
                noneAble(row, regions);
            }
            return;
        }
        boolean inForce = anyInForce(row, able);
        boolean verified = able.stream().anyMatch(basis -> basis.verified() && row.inForce(basis));
        if (inForce && !verified && rule.effect().needsVerifiedBasis()) {
            row.add(RuleColumn.LEGAL_BASIS, FindingCode.BASIS_UNVERIFIED, CheckedRow.codes(able), null);
        }
        TermRange.of(able.stream().filter(row::inForce).toList()).check(row);
    }

    private static boolean anyInForce(CheckedRow row, List<LegalBasis> bases) {
        boolean any = row.firstDay() == null || bases.stream().anyMatch(row::inForce);
        if (!any) {
            row.add(
                    RuleColumn.LEGAL_BASIS,
                    FindingCode.BASIS_NOT_IN_FORCE,
                    CheckedRow.codes(bases),
                    null,
                    String.valueOf(row.firstDay()));
        }
        return any;
    }

    private static void noneAble(CheckedRow row, Collection<String> regions) {
        Effect strongest = row.bases().stream()
                .filter(basis -> basis.ceiling() != null && basis.canCarry(basis.ceiling(), regions))
                .map(LegalBasis::ceiling)
                .filter(Objects::nonNull)
                .min(Effect::compareTo)
                .orElse(null);
        if (strongest == null) {
            row.add(RuleColumn.LEGAL_BASIS, FindingCode.BASIS_NOT_ABLE, CheckedRow.codes(row.bases()), null);
        } else {
            row.add(
                    RuleColumn.EFFECT,
                    FindingCode.EFFECT_ABOVE_CEILING,
                    row.rule().effect().name(),
                    strongest.name());
        }
    }
}
