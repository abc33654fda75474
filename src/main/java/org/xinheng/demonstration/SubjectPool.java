package org.xinheng.demonstration;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.demonstration.SyntheticOrganisation.Form;
import org.xinheng.listing.ListingDraft;

/** Hands out subjects so that each is named at least once before any is named again. */
final class SubjectPool {
    private final Map<Form, List<SyntheticOrganisation>> organisations = new EnumMap<>(Form.class);
    private final Map<Form, Deque<SyntheticOrganisation>> unnamed = new EnumMap<>(Form.class);
    private final List<ListingDraft.Party> persons;
    private final Deque<ListingDraft.Party> unnamedPersons;
    private final Chance chance;

    SubjectPool(List<SyntheticOrganisation> organisations, List<ListingDraft.Party> persons, Chance chance) {
        this.chance = chance;
        for (Form form : Form.values()) {
            List<SyntheticOrganisation> ofForm = organisations.stream()
                    .filter(organisation -> organisation.form() == form)
                    .toList();
            this.organisations.put(form, ofForm);
            this.unnamed.put(form, new ArrayDeque<>(chance.shuffled(ofForm)));
        }
        this.persons = persons;
        this.unnamedPersons = new ArrayDeque<>(chance.shuffled(persons));
    }

    /** An organisation of one of these forms, drawn by how many of each are left. */
    SyntheticOrganisation organisation(Form... forms) {
        int left =
                Arrays.stream(forms).mapToInt(form -> of(unnamed, form).size()).sum();
        int drawn = left == 0 ? 0 : chance.below(left);
        for (Form form : forms) {
            Deque<SyntheticOrganisation> ofForm = of(unnamed, form);
            if (drawn < ofForm.size()) {
                return ofForm.removeFirst();
            }
            drawn -= ofForm.size();
        }
        List<SyntheticOrganisation> all = Arrays.stream(forms)
                .flatMap(form -> of(organisations, form).stream())
                .toList();
        return chance.oneOf(all);
    }

    ListingDraft.Party person() {
        return unnamedPersons.isEmpty() ? chance.oneOf(persons) : unnamedPersons.removeFirst();
    }

    private static <T> T of(Map<Form, T> map, Form form) {
        T value = map.get(form);
        if (value == null) {
            throw new IllegalStateException("every form has its subjects");
        }
        return value;
    }
}
