package org.xinheng.bench;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Workbook;

/** Releases on their way through a running service with the demonstration, as policy staff take them there. */
final class Drafts {
    static final String EDITOR = "demo-editor";
    private static final String APPROVER = "demo-approver";
    private static final String BOUNDARY = "xinheng-bench-parcel";
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    Drafts(Service service) {
        this.service = service;
    }

    /** Hands in one workbook in the place of another; the id of the draft, which is being checked. */
    String submit(Workbook workbook, String inPlaceOf) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/v1/releases"))
                .header("Authorization", "Bearer " + EDITOR)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(parcel(workbook, inPlaceOf)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        Matcher id = ID.matcher(answer.body());
        if (answer.statusCode() != 202 || !id.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return id.group(1);
    }

    /** Waits until the gate has let it through. */
    void awaitPassed(String id) throws Exception {
        String body = read(id);
        while (body.contains("\"state\":\"CHECKING\"")) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            body = read(id);
        }
        if (!body.contains("\"passed\":true")) {
            throw new IllegalStateException(service.send("GET", "/v1/releases/" + id + "/findings", EDITOR, "")
                    .body());
        }
    }

    /** Has its impact counted to the end: what nobody has counted takes two approvers. */
    void count(String id) throws Exception {
        String path = "/v1/releases/" + id + "/impact";
        HttpResponse<String> answer = service.send("POST", path, EDITOR, "{}");
        String body = answer.body();
        while (answer.statusCode() < 300 && !body.contains("\"state\":\"DONE\"")) {
            if (body.contains("\"state\":\"FAILED\"")) {
                throw new IllegalStateException(body);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            body = service.send("GET", path, EDITOR, "").body();
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + body);
        }
    }

    /** Lets it be law from today on; answered once this node decides by it. */
    void approve(String id) throws Exception {
        String body = "{\"effectiveFrom\":\"%s\",\"reason\":\"已核对\"}".formatted(LocalDate.now(BeijingTime.ZONE));
        HttpResponse<String> answer = service.send("POST", "/v1/releases/" + id + "/approval", APPROVER, body);
        if (answer.statusCode() != 200 || !read(id).contains("\"inForce\":true")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private String read(String id) throws Exception {
        return service.send("GET", "/v1/releases/" + id, EDITOR, "").body();
    }

    private static byte[] parcel(Workbook workbook, String inPlaceOf) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> part : Map.of(
                        "name=\"" + workbook.name()
                                + "\"; filename=\"workbook.xlsx\"\r\nContent-Type: application/octet-stream",
                        workbook.bytes(),
                        "name=\"leftOut\"",
                        inPlaceOf.getBytes(StandardCharsets.UTF_8))
                .entrySet()) {
            if (part.getValue().length > 0) {
                body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + part.getKey() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.writeBytes(part.getValue());
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
