package org.xinheng.testing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.CitizenId;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;

/** Made-up subjects, each of them new, and the bodies that speak of them. */
public final class Fixtures {
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Not the counter's: DecisionApiTest counts its own. */
    private static final char SERIES = 'R';

    private Fixtures() {}

    /** Today in Asia/Shanghai. */
    public static LocalDate today() {
        return LocalDate.now(BeijingTime.ZONE);
    }

    /** The code of an organisation that nobody has spoken of. */
    public static String organisation() {
        return organisation("91420100", String.format(Locale.ROOT, "%c%07d", SERIES, NEXT.incrementAndGet()));
    }

    /**
     * A code whose inner organisation code holds as well.
     *
     * @param first8 authority, category and registrar
     * @param number the first eight characters of the organisation code
     */
    public static String organisation(String first8, String number) {
        return UnifiedSocialCreditCode.completing(first8 + number + OrganisationCode.checkCharacter(number))
                .value();
    }

    /** The number of a person who is nobody. */
    public static String person() {
        int number = NEXT.incrementAndGet();
        String day = LocalDate.of(1970, 1, 1).plusDays(number / 1000).toString().replace("-", "");
        return CitizenId.completing("999999" + day + String.format(Locale.ROOT, "%03d", number % 1000))
                .value();
    }

    /** A finance bureau's ban from procurement. */
    public static String procurementBan(String supplier, LocalDate from, LocalDate to) {
        return procurementBan(supplier, from, to, "[]");
    }

    /** The same, naming persons: the JSON of {@code responsiblePersons}. */
    public static String procurementBan(String supplier, LocalDate from, LocalDate to, String persons) {
        return """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                 "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范事实",
                 "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                 "decidedTerm":{"from":"%s","to":"%s"},"responsiblePersons":%s,"region":"420100"}""".formatted(supplier, from, from.minusDays(30), from, to, from, to, persons);
    }

    /** An entry of an employer on the list of wage arrears. */
    public static String wageArrears(String employer, LocalDate from, LocalDate to, String region) {
        return """
                {"listKind":"NMGGZ","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
                 "gravity":"SERIOUS","designation":{"documentType":"LIST_DESIGNATION_DECISION",
                 "documentNumber":"示范列1号","documentDate":"%s","issuedBy":"人社局","ground":"NMGGZ-1","facts":"示范",
                 "legalBases":["NMGGZTL-48"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"支付完毕","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                 "region":"%s"}""".formatted(employer, from, from.minusDays(30), from, to, region);
    }

    /** A court's entry of a person who does not perform. */
    public static String defaulter(String person, String name, LocalDate from, LocalDate to) {
        return """
                {"listKind":"SXBZXR","subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s","name":"%s"},
                 "gravity":"SERIOUS","designation":{"documentType":"ENFORCEMENT_RULING","documentNumber":"示范执1号",
                 "documentDate":"%s","issuedBy":"武汉市中级人民法院","ground":"SXBZXR-4","facts":"%s未报告财产",
                 "legalBases":["SXBZXRGD-1"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"履行完毕","remedies":"申请纠正"},"listedOn":"%s","expiresOn":"%s",
                 "region":"420100"}""".formatted(person, name, from, name, from.minusDays(30), from, to);
    }

    /** A question about a supplier. */
    public static String question(String supplier) {
        return """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(supplier);
    }

    /** A question about a person. */
    public static String questionAboutPerson(String person, String matter) {
        return """
                {"subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s"},
                 "matter":"%s","region":"420100","purpose":"资格审查","caseNumber":"测试-2"}""".formatted(person, matter);
    }
}
