package org.xinheng.task.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.task.TaskLine;

/** Lines of tasks as they are kept: the same lines once, under the SHA-256 over their text. */
final class TaskLines {
    private final StoredJson json;
    private final Map<String, List<TaskLine>> read = new ConcurrentHashMap<>();

    TaskLines(StoredJson json) {
        this.json = json;
    }

    /** As they are kept. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of one row; never compared
    record Stored(byte[] hash, String text) {}

    Stored keep(List<TaskLine> lines) {
        try {
            String text = json.write(lines);
            return new Stored(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    List<TaskLine> read(String text) {
        return read.computeIfAbsent(
                text, stored -> List.copyOf(json.read(stored, new TypeReference<List<TaskLine>>() {})));
    }
}
