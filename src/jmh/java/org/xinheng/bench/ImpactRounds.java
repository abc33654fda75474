package org.xinheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.xinheng.bench.release.ManyRowsWorkbook;

/**
 * What a draft of 1,000 further rows would change, counted by the job of the service: stored decisions decided again, then
 * everybody who is listed asked about in every matter. Compiling both releases and keeping the report count in.
 */
final class ImpactRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int ROWS = 1_000;
    private static final int LISTINGS = 12_000;
    private static final int COPIES = 9;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final ObjectMapper json = new ObjectMapper();
    private final Rounds perSecond = new Rounds("evaluations/s");
    private final Rounds seconds = new Rounds("s");

    private ImpactRounds() {}

    static void run() throws Exception {
        new ImpactRounds().measure();
    }

    private void measure() throws Exception {
        try (Service service = Service.start(0, Map.of())) {
            populate(service);
            Drafts drafts = new Drafts(service);
            String draft = drafts.submit(
                    ManyRowsWorkbook.workbook(Path.of("decision-tables"), ROWS, 0), ManyRowsWorkbook.MADE_OF);
            drafts.awaitPassed(draft);
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                count(service, "/v1/releases/" + draft + "/impact");
            }
        }
        perSecond.print();
        seconds.print();
        System.out.println("wanted: at least 30,000 evaluations/s on two cores");
    }

    private static void populate(Service service) throws Exception {
        int status = service.send("POST", "/bench/listings?count=" + LISTINGS, Drafts.EDITOR, "")
                .statusCode();
        if (status >= 300) {
            throw new IllegalStateException("the listings answered " + status);
        }
        while (!service.send("GET", "/bench/decisions/waiting", Drafts.EDITOR, "")
                .body()
                .equals("0")) {
            Thread.sleep(500);
        }
        StoredDecisions.make(service, COPIES);
    }

    private void count(Service service, String path) throws Exception {
        long asked = System.nanoTime();
        int status = service.send("POST", path, Drafts.EDITOR, "{}").statusCode();
        if (status != 202) {
            throw new IllegalStateException("the job was answered " + status);
        }
        long listingsBegan = 0;
        long decisionsBegan = 0;
        JsonNode impact =
                json.readTree(service.send("GET", path, Drafts.EDITOR, "").body());
        while (!impact.get("state").asText().equals("DONE")) {
            String stage = impact.get("progress").get("stage").asText();
            decisionsBegan = decisionsBegan == 0 && stage.equals("DECISIONS") ? System.nanoTime() : decisionsBegan;
            listingsBegan = listingsBegan == 0 && stage.equals("LISTINGS") ? System.nanoTime() : listingsBegan;
            if (impact.get("state").asText().equals("FAILED")) {
                throw new IllegalStateException(impact.toString());
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            impact = json.readTree(service.send("GET", path, Drafts.EDITOR, "").body());
        }
        long done = System.nanoTime();
        long decisions = impact.at("/report/decisions/evaluations").asLong();
        long listings = impact.at("/report/listings/evaluations").asLong();
        System.out.printf(
                "  %d evaluations of stored decisions, %d of listings; %d and %d answers change%n",
                decisions,
                listings,
                impact.at("/report/decisions/changedAnswers").asLong(),
                impact.at("/report/listings/changedAnswers").asLong());
        perSecond.add("the whole job", (decisions + listings) / ((done - asked) / 1e9));
        seconds.add("compiling both releases", (decisionsBegan - asked) / 1e9);
        seconds.add("stored decisions", (listingsBegan - decisionsBegan) / 1e9);
        seconds.add("listings, and keeping the report", (done - listingsBegan) / 1e9);
        perSecond.add("stored decisions", decisions / ((listingsBegan - decisionsBegan) / 1e9));
        perSecond.add("listings", listings / ((done - listingsBegan) / 1e9));
    }
}
