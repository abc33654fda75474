package org.xinheng.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;

/** A ban from procurement of an organisation that there is not, as a finance bureau hands it in. */
final class Entry {
    private static final String BODY = """
            {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},\
            "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",\
            "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范事实",\
            "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,\
            "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",\
            "decidedTerm":{"from":"%s","to":"%s"},"responsiblePersons":[],"region":"420100"}""";

    private Entry() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** Another number, another organisation. */
    static String organisation(char series, int number) {
        String first8 = series + String.format(Locale.ROOT, "%07d", number);
        return UnifiedSocialCreditCode.completing("91420100" + first8 + OrganisationCode.checkCharacter(first8))
                .value();
    }

    static String of(String organisation) {
        LocalDate from = today().minusMonths(1);
        LocalDate to = from.plusYears(1).minusDays(1);
        return BODY.formatted(organisation, from, from.minusDays(30), from, to, from, to);
    }

    /** The id that an answer begins with. */
    static String id(String answer) {
        int at = answer.indexOf("\"id\":\"") + 6;
        return answer.substring(at, at + 36);
    }
}
