package org.xinheng.bench;

import java.util.List;

/** Fills a service with stored decisions: some made by it over HTTP, and many copies of them. */
final class StoredDecisions {
    private static final int CONNECTIONS = 16;
    private static final double SECONDS = 15;
    private static final String KEY = "demo-procurement";

    private StoredDecisions() {}

    /** @param times each decision is copied */
    static void make(Service service, int times) throws Exception {
        List<String> identifiers = service.send("GET", "/bench/identifiers", KEY, "")
                .body()
                .lines()
                .toList();
        new Load(service.port(), CONNECTIONS).run(Requests.decisions(identifiers, KEY), 201, SECONDS);
        call(service, "/bench/decisions?times=" + times);
        call(service, "/bench/analyze");
    }

    private static void call(Service service, String path) throws Exception {
        int status = service.send("POST", path, KEY, "").statusCode();
        if (status >= 300) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }
}
