package org.xinheng.demonstration;

import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/**
 * An organisation that does not exist.
 *
 * @param region GB/T 2260 code of its registrar, a city or one of its districts
 */
record SyntheticOrganisation(Form form, Identifier identifier, SubjectName name, String region) {
    /** Kinds of organisations, as GB 32100 numbers them, and how many of each the demonstration has. */
    enum Form {
        ENTERPRISE("91", "有限公司", 1700),
        SOLE_TRADER("92", "经营部", 160),
        COOPERATIVE("93", "专业合作社", 40),
        PUBLIC_INSTITUTION("12", "服务中心", 25),
        SOCIAL_ORGANISATION("51", "协会", 75);

        final String prefix;
        final String ending;
        final int count;

        Form(String prefix, String ending, int count) {
            this.prefix = prefix;
            this.ending = ending;
            this.count = count;
        }
    }

    ListingDraft.Party party() {
        return new ListingDraft.Party(SubjectType.ORGANISATION, identifier, name);
    }
}
