package org.xinheng.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.Release;

/** The rows and registers of one release, made ready for the rules; shared by all sessions and never changed. */
final class RowBase {
    private static final Comparator<MeasureRule> STRONGEST_FIRST =
            Comparator.comparing(MeasureRule::effect).thenComparing(MeasureRule::code);

    private final Registers registers;
    private final List<Row> rows;
    private final List<RowFact> entries = new ArrayList<>();
    private final List<MeasureListEntry> measureList = new ArrayList<>();
    private final Map<String, List<String>> regions = new HashMap<>();
    private final LegalBasisCache legalBases;

    RowBase(Release release) {
        this.registers = release.registers();
        List<MeasureRule> rules =
                release.content().rules().stream().sorted(STRONGEST_FIRST).toList();
        List<Row> ranked = new ArrayList<>(rules.size());
        for (MeasureRule rule : rules) {
            ranked.add(new Row(rule, ranked.size()));
        }
        this.rows = List.copyOf(ranked);
        rows.forEach(row -> entries.addAll(RowFact.of(row)));
        for (MeasureItem item : registers.measureItems().values()) {
            Edition edition = registers.editions().get(item.edition());
            if (edition != null) {
                measureList.add(new MeasureListEntry(item, edition));
            }
        }
        registers.regions().keySet().forEach(code -> regions.put(code, registers.regionAndAbove(code)));
        this.legalBases = new LegalBasisCache(rows.size());
    }

    List<RowFact> entries() {
        return entries;
    }

    List<MeasureListEntry> measureList() {
        return measureList;
    }

    LegalBasisCache legalBases() {
        return legalBases;
    }

    @Nullable
    ListKind listKind(String code) {
        return registers.listKinds().get(code);
    }

    /** The region and all above it, nearest first; a region that the registers do not know stands alone. */
    List<String> regionAndAbove(String code) {
        List<String> known = regions.get(code);
        return known == null ? List.of(code) : known;
    }

    /** The articles a row cites, as far as the registers know them. */
    List<LegalBasis> articlesOf(Row row) {
        List<LegalBasis> articles = new ArrayList<>();
        for (String code : row.rule().legalBases()) {
            LegalBasis basis = registers.legalBases().get(code);
            if (basis != null) {
                articles.add(basis);
            }
        }
        return articles;
    }

    MeasureEnd end(Row row, Situation situation) {
        return MeasureEnd.of(
                row.rule(), situation.about().listing(), registers, situation.matterRegions(), situation.day());
    }
}
