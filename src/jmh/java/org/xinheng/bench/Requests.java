package org.xinheng.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The requests that are sent again and again. */
final class Requests {
    static final String DECISION = """
            {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},\
            "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",\
            "purpose":"供应商资格审查","caseNumber":"WH-2026-%05d"}""";

    private Requests() {}

    /** Decisions about these subjects. */
    static List<byte[]> decisions(List<String> identifiers, String key) {
        return IntStream.range(0, identifiers.size())
                .mapToObj(i -> Load.request("POST", "/v1/decisions", key, DECISION.formatted(identifiers.get(i), i)))
                .toList();
    }

    /** The same subjects, asked of the bare endpoint. */
    static List<byte[]> bare(List<String> identifiers, String key) {
        return IntStream.range(0, identifiers.size())
                .mapToObj(i -> Load.request(
                        "POST",
                        "/bench/bare",
                        key,
                        "{\"identifier\":\"%s\",\"text\":\"供应商资格审查 WH-2026-%05d\"}".formatted(identifiers.get(i), i)))
                .toList();
    }
}
