package org.xinheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged jar in a JVM of its own, as an operator starts it.
 *
 * @param child the JVM
 * @param port where it answers
 */
public record PackagedService(ChildJvm child, int port) implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts it and waits until it greets. */
    public static PackagedService start(Path workingFolder, Map<String, String> environment, String... jvmOptions) {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        ChildJvm child = run(workingFolder, settings, List.of(jvmOptions), List.of());
        child.awaitLine("Xinheng (信衡) answers at ");
        return new PackagedService(child, port);
    }

    /** Runs one command of the jar to its end. */
    public static ChildJvm command(Path workingFolder, Map<String, String> environment, String... words) {
        ChildJvm child = run(workingFolder, environment, List.of(), List.of(words));
        child.awaitEnd();
        return child;
    }

    private static ChildJvm run(
            Path workingFolder, Map<String, String> environment, List<String> jvmOptions, List<String> words) {
        List<String> line = new ArrayList<>(jvmOptions);
        line.add("-Xmx512m");
        line.add("-jar");
        line.add(jar().toString());
        line.addAll(words);
        try {
            return ChildJvm.java(workingFolder, environment, line.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        return Path.of(System.getProperty("xinheng.build.directory", "target"), "quarkus-app", "quarkus-run.jar")
                .toAbsolutePath();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with a key. */
    public HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    /** What is at an address. */
    public HttpResponse<String> get(String path, String key) {
        return sent(request(path, key).GET().build());
    }

    /** The answer to a JSON body. */
    public HttpResponse<String> post(String path, String key, String body) {
        return sent(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Hands a workbook in, as a draft with those in force beside it; the id of the release. */
    public String submit(String key, String name, byte[] workbook) {
        ByteArrayOutputStream parcel = new ByteArrayOutputStream();
        parcel.writeBytes(("--parcel\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"workbook.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        parcel.writeBytes(workbook);
        parcel.writeBytes("\r\n--parcel--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = sent(request("/v1/releases", key)
                .header("Content-Type", "multipart/form-data; boundary=parcel")
                .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.toByteArray()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonPath.from(answer.body()).getString("id");
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request; a service that is gone is told by the exception. */
    public static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        child.kill();
    }

    /** SIGTERM, and waits. */
    public void stop() {
        child.process().destroy();
        child.awaitEnd();
    }

    @Override
    public void close() {
        stop();
    }
}
