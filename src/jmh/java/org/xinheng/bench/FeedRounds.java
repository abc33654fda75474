package org.xinheng.bench;

import java.io.BufferedWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;

/**
 * A batch of many entries, handed in, checked, stored and logged, beside PostgreSQL's COPY of the rows it came to; the heap
 * of the service is held to 512 MiB.
 */
final class FeedRounds {
    private static final int ENTRIES = Integer.getInteger("xinheng.bench.entries", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 1);
    private static final String PATH = "/v1/listing-batches";
    private static final Pattern STAGE = Pattern.compile("\"stage\":\"([A-Z_]+)\"");
    private static final String HEADING =
            "listKind,subject.type,subject.scheme,subject.identifier,subject.name,gravity,"
                    + "designation.documentType,designation.documentNumber,designation.documentDate,designation.issuedBy,"
                    + "designation.ground,designation.facts,designation.legalBases,designation.priorNoticeOn,"
                    + "designation.measuresReminded,designation.removalConditions,designation.remedies,listedOn,expiresOn,"
                    + "decidedTerm.from,decidedTerm.to,region\n";

    private FeedRounds() {}

    static void run() throws Exception {
        Rounds seconds = new Rounds("s");
        // tasks are made afterwards, and are not what is measured
        Map<String, String> bare = Map.of("XINHENG_DEMONSTRATION", "false", "XINHENG_TASKS_MAKE", "false");
        Path file = Files.createTempFile("xinheng-feed", ".csv");
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                write(file, round);
                try (Service service = Service.start(0, bare, "-Xmx512m")) {
                    String key = service.key("WH-CZJ", "INITIATING_DEPARTMENT");
                    seconds.add("batch: taken in, checked, stored, logged", submit(service, key, file, seconds));
                    seconds.add(
                            "COPY of its rows, same indexes",
                            Double.parseDouble(
                                    service.send("POST", "/bench/copy", key, "").body()));
                }
            }
        } finally {
            Files.delete(file);
        }
        System.out.println(ENTRIES + " entries, -Xmx512m");
        seconds.print();
        seconds.printRatio(
                "COPY of its rows, same indexes", "batch: taken in, checked, stored, logged", "at least 0.25");
    }

    private static double submit(Service service, String key, Path file, Rounds stages) throws Exception {
        long begun = System.nanoTime();
        Map<String, Double> lasted = new LinkedHashMap<>();
        HttpResponse<String> taken = service.sendFile(PATH, key, "text/csv", file);
        String at = taken.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(taken.body()));
        long seen = begun;
        for (int status = taken.statusCode(); status == 202; ) {
            HttpResponse<String> answer = service.send("GET", at, key, "");
            status = answer.statusCode();
            Matcher stage = STAGE.matcher(answer.body());
            long now = System.nanoTime();
            if (stage.find()) {
                lasted.merge(stage.group(1), (now - seen) / 1e9, Double::sum);
            }
            seen = now;
            Thread.sleep(100);
        }
        lasted.forEach((stage, lasting) -> stages.add("  of it " + stage, lasting));
        double seconds = (System.nanoTime() - begun) / 1e9;
        String report = service.send("GET", at, key, "").body();
        if (!report.contains("\"entered\":" + ENTRIES + ",")) {
            throw new IllegalStateException(report.substring(0, Math.min(2000, report.length())));
        }
        return seconds;
    }

    private static void write(Path file, int round) throws Exception {
        LocalDate from = LocalDate.of(2026, 5, 1);
        LocalDate to = from.plusYears(1).minusDays(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADING);
            for (int number = 0; number < ENTRIES; number++) {
                String first8 = (char) ('A' + round % 8) + String.format(Locale.ROOT, "%07d", number);
                String code = UnifiedSocialCreditCode.completing(
                                "91420100" + first8 + OrganisationCode.checkCharacter(first8))
                        .value();
                out.write("ZFCG,ORGANISATION,USCC," + code + ",示范企业" + number
                        + ",SERIOUS,ADMINISTRATIVE_PENALTY_DECISION,示范罚〔2026〕" + number + "号," + from
                        + ",武汉市财政局,ZFCG-2,与采购代理机构恶意串通,ZFCGF-77," + from.minusDays(30)
                        + ",true,禁止期限届满,六十日内申请行政复议," + from + "," + to + "," + from + "," + to + ",420100\n");
            }
        }
    }
}
