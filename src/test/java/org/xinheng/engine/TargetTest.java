package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.engine.Asked.about;
import static org.xinheng.engine.Asked.asked;
import static org.xinheng.engine.Asked.reported;
import static org.xinheng.engine.GivenLaw.bookOf;
import static org.xinheng.engine.Rows.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Inquiry;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;

/** L3: a row reaches a subject where everything it names agrees. */
class TargetTest {
    @Test
    void a_row_for_the_matter_applies_in_that_matter_only() {
        UnaryOperator<Rows> procurement = r -> {
            r.matters = Set.of("GOVERNMENT_PROCUREMENT_QUALIFICATION");
            return r;
        };
        assertThat(apply(procurement, about(l -> {}))).containsExactly("R-1");
        assertThat(apply(procurement, asked(a -> a.matter = "TENDER_QUALIFICATION", l -> {})))
                .isEmpty();
    }

    @Test
    void a_row_for_any_matter_applies_in_every_matter() {
        assertThat(apply(r -> r, asked(a -> a.matter = "TENDER_QUALIFICATION", l -> {})))
                .containsExactly("R-1");
    }

    @Test
    void a_row_of_several_kinds_and_matters_is_concluded_once_for_each_listing() {
        UnaryOperator<Rows> several = r -> {
            r.listKinds = Set.of("ZFCG", "NMGGZ");
            r.matters = Set.of("GOVERNMENT_PROCUREMENT_QUALIFICATION", "TENDER_QUALIFICATION");
            return r;
        };
        assertThat(apply(several, about(l -> {}))).containsExactly("R-1");
        assertThat(apply(several, asked(a -> {}, l -> {}, l -> l.listKind = "NMGGZ")))
                .as("two listings, one measure: two lines")
                .containsExactly("R-1", "R-1");
    }

    @Test
    void another_list_kind_ground_or_gravity_is_not_reached() {
        assertThat(apply(r -> r, about(l -> l.listKind = "NMGGZ"))).isEmpty();
        UnaryOperator<Rows> ground = r -> {
            r.grounds = Set.of("ZFCG-2", "ZFCG-3");
            return r;
        };
        assertThat(apply(ground, about(l -> l.ground = "ZFCG-3"))).containsExactly("R-1");
        assertThat(apply(ground, about(l -> l.ground = "ZFCG-1"))).isEmpty();
        assertThat(apply(ground, about(l -> l.ground = null))).isEmpty();
        UnaryOperator<Rows> serious = r -> {
            r.gravities = Set.of(Gravity.SERIOUS);
            return r;
        };
        assertThat(apply(serious, about(l -> {}))).containsExactly("R-1");
        assertThat(apply(serious, about(l -> l.gravity = Gravity.GENERAL))).isEmpty();
        assertThat(apply(serious, about(l -> l.gravity = null))).isEmpty();
    }

    @Test
    void another_agency_is_not_reached() {
        UnaryOperator<Rows> banks = r -> {
            r.agencyKinds = Set.of("BANK");
            return r;
        };
        assertThat(apply(banks, about(l -> {}))).isEmpty();
        assertThat(apply(banks, asked(a -> a.agencyKind = "BANK", l -> {}))).containsExactly("R-1");
    }

    @Test
    void a_region_covers_itself_and_what_lies_below_it() {
        UnaryOperator<Rows> hubei = r -> {
            r.matterRegions = Set.of("420000");
            return r;
        };
        assertThat(apply(hubei, about(l -> {}))).containsExactly("R-1");
        assertThat(apply(hubei, asked(a -> a.region = "430100", l -> {}))).isEmpty();
        assertThat(apply(hubei, asked(a -> a.region = "100000", l -> {}))).isEmpty();
        UnaryOperator<Rows> listedInHubei = r -> {
            r.listingRegions = Set.of("420000");
            return r;
        };
        assertThat(apply(listedInHubei, about(l -> {}))).containsExactly("R-1");
        assertThat(apply(listedInHubei, about(l -> l.region = "430100"))).isEmpty();
    }

    @Test
    void a_local_list_counts_inside_its_own_region_only() {
        UnaryOperator<Rows> local = r -> {
            r.listKinds = Set.of("SHZZ");
            return r;
        };
        assertThat(apply(local, about(l -> l.listKind = "SHZZ"))).containsExactly("R-1");
        assertThat(apply(local, asked(a -> a.region = "430100", l -> l.listKind = "SHZZ")))
                .isEmpty();
        assertThat(apply(local, asked(a -> a.region = "420000", l -> l.listKind = "SHZZ")))
                .as("a city's list has no force in the whole province")
                .isEmpty();
    }

    @Test
    void a_person_is_reached_only_through_a_role_that_the_row_names() {
        UnaryOperator<Rows> officers = r -> {
            r.roles = Set.of(TargetRole.LEGAL_REPRESENTATIVE, TargetRole.PRINCIPAL);
            return r;
        };
        assertThat(apply(officers, person(TargetRole.PRINCIPAL))).containsExactly("R-1");
        assertThat(apply(officers, person(TargetRole.ACTUAL_CONTROLLER))).isEmpty();
        assertThat(apply(officers, person(TargetRole.LISTED_SUBJECT))).isEmpty();
        assertThat(apply(r -> r, person(TargetRole.LEGAL_REPRESENTATIVE)))
                .as("a row for the listed subject reaches no officer")
                .isEmpty();
    }

    @Test
    void an_organisation_is_never_reached_through_persons() {
        UnaryOperator<Rows> controllers = r -> {
            r.roles = Set.of(TargetRole.ACTUAL_CONTROLLER);
            return r;
        };
        assertThat(apply(controllers, about(l -> l.role = TargetRole.ACTUAL_CONTROLLER)))
                .isEmpty();
    }

    @Test
    void a_person_in_two_roles_of_one_row_is_concluded_once() {
        UnaryOperator<Rows> officers = r -> {
            r.roles = Set.of(TargetRole.LEGAL_REPRESENTATIVE, TargetRole.PRINCIPAL);
            return r;
        };
        UUID sameListing = new UUID(7, 7);
        Inquiry inquiry = asked(
                a -> a.subjectType = SubjectType.PERSON,
                l -> {
                    l.id = sameListing;
                    l.role = TargetRole.LEGAL_REPRESENTATIVE;
                },
                l -> {
                    l.id = sameListing;
                    l.role = TargetRole.PRINCIPAL;
                });
        assertThat(apply(officers, inquiry)).containsExactly("R-1");
    }

    @Test
    void the_subject_type_is_that_of_the_subject_asked_about() {
        UnaryOperator<Rows> persons = r -> {
            r.subjectTypes = Set.of(SubjectType.PERSON);
            return r;
        };
        assertThat(apply(persons, about(l -> {}))).isEmpty();
        assertThat(apply(persons, asked(a -> a.subjectType = SubjectType.PERSON, l -> {})))
                .containsExactly("R-1");
    }

    @Test
    void an_order_fires_only_the_rows_whose_articles_it_cites() {
        UnaryOperator<Rows> order = r -> {
            r.listKinds = Set.of("TBJZ");
            r.legalBases = List.of("ZFCGF-77", "REGULATION-1");
            return r;
        };
        assertThat(apply(order, about(l -> {
                    l.listKind = "TBJZ";
                    l.citedBases = Set.of("REGULATION-1");
                })))
                .containsExactly("R-1");
        assertThat(apply(order, about(l -> {
                    l.listKind = "TBJZ";
                    l.citedBases = Set.of("RESTRICT-1");
                })))
                .isEmpty();
        assertThat(apply(r -> r, about(l -> l.citedBases = Set.of("RESTRICT-1"))))
                .as("a list needs no citation")
                .containsExactly("R-1");
    }

    @Test
    void first_and_last_day_of_a_row_both_count() {
        UnaryOperator<Rows> november = r -> {
            r.validity = new EffectivePeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
            return r;
        };
        assertThat(apply(november, on("2026-10-31"))).isEmpty();
        assertThat(apply(november, on("2026-11-01"))).containsExactly("R-1");
        assertThat(apply(november, on("2026-11-30"))).containsExactly("R-1");
        assertThat(apply(november, on("2026-12-01"))).isEmpty();
    }

    @Test
    void a_sector_or_item_that_differs_is_not_reached_and_one_that_was_not_told_is_asked_for() {
        UnaryOperator<Rows> food = r -> {
            r.sectors = Set.of("FOOD");
            r.items = Set.of("FOOD_OPERATION_LICENCE");
            return r;
        };
        assertThat(apply(food, asked(a -> a.sector = "TOURISM", l -> {}))).isEmpty();
        assertThat(apply(food, about(l -> {}))).containsExactly("R-1=CONTEXT_MISSING matterItem.sector");
        assertThat(apply(food, asked(a -> a.sector = "FOOD", l -> {})))
                .containsExactly("R-1=CONTEXT_MISSING matterItem.item");
        assertThat(apply(
                        food,
                        asked(
                                a -> {
                                    a.sector = "FOOD";
                                    a.item = "FOOD_OPERATION_LICENCE";
                                },
                                l -> {})))
                .containsExactly("R-1");
    }

    @Test
    void as_designated_means_one_that_the_listing_names() {
        UnaryOperator<Rows> asDesignated = r -> {
            r.items = Set.of(MatterItem.AS_DESIGNATED);
            return r;
        };
        assertThat(apply(asDesignated, asked(a -> a.item = "DIRECTOR", l -> l.matterItems = designated("DIRECTOR"))))
                .containsExactly("R-1");
        assertThat(apply(asDesignated, asked(a -> a.item = "SUPERVISOR", l -> l.matterItems = designated("DIRECTOR"))))
                .isEmpty();
        assertThat(apply(asDesignated, about(l -> l.matterItems = designated("DIRECTOR"))))
                .containsExactly("R-1=CONTEXT_MISSING matterItem.item");
        assertThat(apply(asDesignated, asked(a -> a.item = "DIRECTOR", l -> {})))
                .containsExactly("R-1=CONTEXT_MISSING listing.matterItems");
    }

    @Test
    void tender_facts_that_differ_are_not_reached_and_unknown_ones_are_asked_for() {
        UnaryOperator<Rows> tender = r -> {
            r.legallyRequiredTender = true;
            r.governmentInvested = false;
            return r;
        };
        assertThat(apply(tender, asked(a -> a.legallyRequiredTender = false, l -> {})))
                .isEmpty();
        assertThat(apply(
                        tender,
                        asked(
                                a -> {
                                    a.legallyRequiredTender = true;
                                    a.governmentInvested = true;
                                },
                                l -> {})))
                .isEmpty();
        assertThat(apply(tender, about(l -> {})))
                .containsExactly("R-1=CONTEXT_MISSING matterItem.legallyRequiredTender");
        assertThat(apply(tender, asked(a -> a.legallyRequiredTender = true, l -> {})))
                .containsExactly("R-1=CONTEXT_MISSING matterItem.governmentInvested");
    }

    private static List<String> apply(UnaryOperator<Rows> row, Inquiry inquiry) {
        return reported(bookOf(row("R-1", row)).evaluate(inquiry));
    }

    private static Inquiry on(String day) {
        return asked(a -> a.asOf = LocalDate.parse(day), l -> {});
    }

    private static Inquiry person(TargetRole role) {
        return asked(a -> a.subjectType = SubjectType.PERSON, l -> l.role = role);
    }

    private static List<DesignatedItem> designated(String item) {
        return List.of(new DesignatedItem(null, item));
    }
}
