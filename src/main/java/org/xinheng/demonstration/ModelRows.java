package org.xinheng.demonstration;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.SubjectType;

/**
 * The rows of the decision tables that a listing can be modelled on: whoever is listed so that some row reaches him, on
 * articles that it cites, shows something when he is asked about.
 */
final class ModelRows {
    /** Grounds that are worded for organisations, though some row of their list reaches persons. */
    private static final Set<String> OF_ORGANISATIONS = Set.of(
            "AQSC-1", "NMGGZ-3", "WHLY-1", "WHLY-2", "ZFCG-3", "ZFCG-4", "SCJG-8", "ZDSS-10", "SHBX-1", "SHBX-4");

    /** Grounds that are worded for persons, though some row of their list reaches organisations. */
    private static final Set<String> OF_PERSONS = Set.of("AQSC-2", "WHLY-3", "DXZP-1");

    /** Kinds of which persons make up much, though most of their rows do not ask who is listed. */
    private static final Set<String> OFTEN_OF_PERSONS = Set.of("SXBZXR", "XZXF", "XKXZ", "GFYW", "KYCX", "DXZP");

    private final List<MeasureRule> rules;
    private final Map<String, List<MeasureRule>> byGround = new HashMap<>();

    ModelRows(List<MeasureRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(MeasureRule::code)).toList();
    }

    /** The rows that a listing on this ground can set off, by code; of an order those that share an article with it. */
    List<MeasureRule> of(ListKind kind, Ground ground) {
        return byGround.computeIfAbsent(ground.code(), code -> find(kind, ground));
    }

    private List<MeasureRule> find(ListKind kind, Ground ground) {
        return rules.stream()
                .filter(row -> row.listKinds().contains(kind.code()))
                .filter(row -> row.grounds().isEmpty() || row.grounds().contains(ground.code()))
                .filter(row -> kind.form() == ListForm.LIST || sharesAnArticle(row, ground))
                .filter(row -> !OF_ORGANISATIONS.contains(ground.code()) || !reachesListedPersonsOnly(row))
                .toList();
    }

    private static boolean sharesAnArticle(MeasureRule row, Ground ground) {
        Set<String> shared = new HashSet<>(row.legalBases());
        shared.retainAll(ground.legalBases());
        return !shared.isEmpty();
    }

    /** Whether the row reaches nobody but persons who are listed themselves. */
    private static boolean reachesListedPersonsOnly(MeasureRule row) {
        return row.roles().equals(Set.of(TargetRole.LISTED_SUBJECT))
                && row.subjectTypes().equals(Set.of(SubjectType.PERSON));
    }

    /**
     * Whether a person is listed on this ground, so that the row reaches somebody where it asks for a person.
     *
     * @param row the row the listing is modelled on, null for none
     */
    boolean listsAPerson(ListKind kind, Ground ground, @Nullable MeasureRule row, Chance chance) {
        if (OF_PERSONS.contains(ground.code())) {
            return true;
        }
        if (row == null || OF_ORGANISATIONS.contains(ground.code())) {
            return false;
        }
        if (kind.form() == ListForm.ORDER && reachesListedPersonsOnly(row)) {
            return true;
        }
        List<MeasureRule> rows = of(kind, ground);
        if (rows.stream().allMatch(ModelRows::reachesListedPersonsOnly)) {
            return true;
        }
        boolean persons = OFTEN_OF_PERSONS.contains(kind.code());
        boolean either =
                reachesListedPersonsOnly(row) || (persons && row.subjectTypes().isEmpty());
        return either && chance.oneIn(persons ? 2 : 4);
    }
}
