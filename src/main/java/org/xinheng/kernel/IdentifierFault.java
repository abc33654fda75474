package org.xinheng.kernel;

import org.jspecify.annotations.Nullable;

/** The first thing that is wrong with a number by its scheme; its check character comes last. */
final class IdentifierFault {
    private IdentifierFault() {}

    /** The fault of a normalised number, null for none. */
    static @Nullable Fault of(IdentifierScheme scheme, String value) {
        return switch (scheme) {
            case USCC -> UnifiedSocialCreditCode.fault(value);
            case REGISTRATION_NUMBER -> RegistrationNumber.fault(value);
            case ORGANISATION_CODE -> OrganisationCode.fault(value);
            case CITIZEN_ID -> CitizenId.fault(value);
            case FOREIGN_PERMANENT_RESIDENCE -> PermanentResidenceNumber.fault(value);
            case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER_ID -> TravelDocument.fault(scheme, value);
        };
    }
}
