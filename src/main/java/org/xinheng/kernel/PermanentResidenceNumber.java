package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.FOREIGN_PERMANENT_RESIDENCE;

import org.jspecify.annotations.Nullable;

/**
 * 外国人永久居留身份证号码 in the form of 2023: 9, province where it was applied for (two digits), nationality (ISO 3166-1, three
 * digits), day of birth (eight), sequence (three), check character as GB 11643 has it.
 */
final class PermanentResidenceNumber {
    private static final String CHINA = "156";
    private static final String NO_COUNTRY = "000";

    private PermanentResidenceNumber() {}

    static @Nullable Fault fault(String value) {
        Fault form = CitizenId.formFault(FOREIGN_PERMANENT_RESIDENCE, value);
        if (form != null) {
            return form;
        }
        if (value.charAt(0) != '9') {
            return Identifier.characterFault(FOREIGN_PERMANENT_RESIDENCE, value, 0, "9");
        }
        if (!RegionCode.province(value.substring(1, 3))) {
            return Fault.at(
                    "", ErrorCode.IDENTIFIER_REGION, FOREIGN_PERMANENT_RESIDENCE.name(), "2–3", value.substring(1, 3));
        }
        String country = value.substring(3, 6);
        return country.equals(CHINA) || country.equals(NO_COUNTRY)
                ? Fault.at("", ErrorCode.IDENTIFIER_NATIONALITY, FOREIGN_PERMANENT_RESIDENCE.name(), "4–6", country)
                : CitizenId.birthOrCheckFault(FOREIGN_PERMANENT_RESIDENCE, value);
    }
}
