package org.xinheng.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;

/**
 * The organisations of the demonstration. Their subject codes begin with XE5X, a series that is not given out, and carry
 * both check characters (GB 11714, GB 32100), so that no code can be a registered company's.
 */
final class SyntheticOrganisations {
    /** Code of the first one, which the README asks about. */
    static final String FIRST_CODE = "91420100XE5X00019Q";

    /** Where most of them are registered: Wuhan. */
    static final String HOME = "420100";

    /** How many there are. */
    static final int COUNT = Arrays.stream(SyntheticOrganisation.Form.values())
            .mapToInt(form -> form.count)
            .sum();

    private static final String SERIES = "XE5X";

    private SyntheticOrganisations() {}

    /** All of them, in the order of their codes. */
    static List<SyntheticOrganisation> of(Registers registers, SyntheticNames names, Chance chance) {
        List<Region> home = within(HOME, registers);
        List<Region> elsewhere = registers.departments().values().stream()
                .map(department -> department.region())
                .filter(region -> !region.equals(HOME) && !region.endsWith("0000"))
                .distinct()
                .sorted()
                .flatMap(city -> within(city, registers).stream())
                .toList();
        List<SyntheticOrganisation> all = new ArrayList<>();
        for (SyntheticOrganisation.Form form : SyntheticOrganisation.Form.values()) {
            for (int i = 0; i < form.count; i++) {
                boolean first = all.isEmpty();
                boolean away = !first && !elsewhere.isEmpty() && chance.oneIn(8);
                Region region = first ? home.get(0) : chance.oneOf(away ? elsewhere : home);
                Identifier identifier =
                        new Identifier(IdentifierScheme.USCC, code(form.prefix + region.code(), all.size() + 1));
                all.add(new SyntheticOrganisation(
                        form, identifier, names.organisation(cityName(region, registers), form.ending), region.code()));
            }
        }
        return List.copyOf(all);
    }

    /** A code of an organisation that is on no list. */
    static Identifier unlisted(int number) {
        return new Identifier(IdentifierScheme.USCC, code("91" + HOME, 9000 + number));
    }

    private static String code(String beginning, int number) {
        String first8 = SERIES + String.format(Locale.ROOT, "%04d", number);
        return UnifiedSocialCreditCode.completing(beginning + first8 + OrganisationCode.checkCharacter(first8))
                .value();
    }

    /** The city and its districts, the city first. */
    private static List<Region> within(String city, Registers registers) {
        List<Region> regions = new ArrayList<>();
        Region self = registers.regions().get(city);
        if (self != null) {
            regions.add(self);
        }
        new TreeMap<>(registers.regions())
                .values().stream()
                        .filter(region -> city.equals(region.parent()))
                        .forEach(regions::add);
        return regions;
    }

    private static String cityName(Region region, Registers registers) {
        Region parent = region.code().endsWith("00") || region.parent() == null
                ? null
                : registers.regions().get(region.parent());
        String title = (parent == null ? region : parent).title();
        return title.endsWith("市") ? title.substring(0, title.length() - 1) : title;
    }
}
