package org.xinheng.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.listing.ListingDraft;

/** Everything that the demonstration makes up; the same from the same tables, day and seed. */
record SyntheticWorld(
        List<SyntheticOrganisation> organisations,
        List<ListingDraft.Party> persons,
        List<SyntheticListing> listings,
        List<SyntheticQuestion> questions) {

    /**
     * Makes it up.
     *
     * @param firstDay the day of the first start, Asia/Shanghai
     */
    static SyntheticWorld of(Registers registers, List<MeasureRule> rules, LocalDate firstDay, long seed) {
        Chance chance = new Chance(seed);
        SyntheticNames names = new SyntheticNames(chance);
        List<SyntheticOrganisation> organisations = SyntheticOrganisations.of(registers, names, chance);
        List<ListingDraft.Party> persons = SyntheticPersons.of(names, chance);
        List<SyntheticListing> listings =
                SyntheticListings.of(registers, rules, organisations, persons, firstDay, chance);
        return new SyntheticWorld(
                organisations, persons, listings, SyntheticQuestions.of(registers, rules, listings, firstDay, chance));
    }
}
