package org.xinheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a JVM of its own, on a database of its own that is gone afterwards. */
final class Service implements AutoCloseable {
    private static final long SECONDS_TO_START = 180;
    private static final int FIRST_PORT = Integer.getInteger("xinheng.bench.port", 8130);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private Process process;
    private double secondsToFirstAnswer;

    private Service(Path folder, int port, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.port = port;
        this.environment = environment;
        this.process = launch();
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param number of those that run side by side
     * @param environment further settings
     */
    static Service start(int number, Map<String, String> environment, String... jvmWords) throws Exception {
        Path folder = Files.createTempDirectory("xinheng-bench");
        Map<String, String> settings = new java.util.HashMap<>(environment);
        settings.put("JDK_JAVA_OPTIONS", String.join(" ", jvmWords));
        Service service = new Service(folder, FIRST_PORT + number, settings);
        service.awaitAnswer("GET", "/q/health/ready", "", "", 200);
        return service;
    }

    private Process launch() throws IOException {
        String jar = System.getProperty("xinheng.bench.service", "target/bench/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(
                        java(), "-jar", Path.of(jar).toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("XINHENG_DATA_DIR", folder.resolve("data").toString());
        return builder.start();
    }

    /** A command of the jar on the same data folder; what it printed. */
    String command(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-jar",
                Path.of(System.getProperty("xinheng.bench.service", "target/bench/quarkus-app/quarkus-run.jar"))
                        .toAbsolutePath()
                        .toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("XINHENG_DATA_DIR", folder.resolve("data").toString());
        Process child = builder.start();
        String stated = new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException("the command failed: " + stated);
        }
        return stated;
    }

    /** A key of a department. */
    String key(String department, String roles) throws Exception {
        return command("keys", "create", "--department", department, "--roles", roles, "--label", "bench")
                .lines()
                .filter(line -> line.startsWith("key="))
                .map(line -> line.substring("key=".length()))
                .findFirst()
                .orElseThrow();
    }

    /** Stops it and starts it again on the same data; seconds until this request is answered. */
    double restart(String method, String path, String key, String body, int status) throws Exception {
        stop();
        long begun = System.nanoTime();
        process = launch();
        awaitAnswer(method, path, key, body, status);
        secondsToFirstAnswer = (System.nanoTime() - begun) / 1e9;
        return secondsToFirstAnswer;
    }

    private void awaitAnswer(String method, String path, String key, String body, int status) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        String last = "nothing";
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                break;
            }
            try {
                HttpResponse<String> answer = send(method, path, key, body);
                if (answer.statusCode() == status) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException(
                "the service does not answer: " + last + "\n" + Files.readString(folder.resolve("service.log")));
    }

    HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file as it lies on the disk. */
    HttpResponse<String> sendFile(String path, String key, String mediaType, Path file)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", mediaType)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private void stop() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
