package org.xinheng.task.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.task.TaskLine;

/** Lines of tasks as they are kept: the same lines once, under the SHA-256 over their text. */
final class TaskLines {
    private final ObjectMapper objectMapper;
    private final Map<String, List<TaskLine>> read = new ConcurrentHashMap<>();

    TaskLines(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    /** As they are kept. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of one row; never compared
    record Stored(byte[] hash, String text) {}

    Stored keep(List<TaskLine> lines) {
        try {
            String text = objectMapper.writeValueAsString(lines);
            return new Stored(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lines of a task can always be written", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    List<TaskLine> read(String text) {
        return read.computeIfAbsent(text, this::parse);
    }

    private List<TaskLine> parse(String text) {
        try {
            return List.copyOf(objectMapper.readValue(text, new TypeReference<List<TaskLine>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept lines of a task cannot be read", e);
        }
    }
}
