package org.xinheng.app.gate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.release.Draft;
import org.xinheng.release.Workbook;

/**
 * What the service and the process of the gate say to each other, both of one build: a draft with its workbooks goes over;
 * stages come back as they begin, then the result, or why there is none.
 */
final class GateProtocol {
    private static final int STAGE = 1;
    private static final int RESULT = 2;
    private static final int BROKE_DOWN = 3;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    private GateProtocol() {}

    /** What is asked. */
    record Question(Draft draft, List<Workbook> workbooks, LocalDate day) {
        Question {
            workbooks = List.copyOf(workbooks);
        }
    }

    static void ask(Question question, DataOutputStream to) throws IOException {
        to.writeUTF(question.draft().id().toString());
        to.writeUTF(question.draft().contentHash());
        to.writeUTF(question.draft().createdAt().toString());
        to.writeUTF(question.day().toString());
        to.writeInt(question.workbooks().size());
        for (Workbook workbook : question.workbooks()) {
            to.writeUTF(workbook.name());
            to.writeInt(workbook.bytes().length);
            to.write(workbook.bytes());
        }
        to.flush();
    }

    static Question asked(DataInputStream from) throws IOException {
        Draft draft = new Draft(UUID.fromString(from.readUTF()), from.readUTF(), Instant.parse(from.readUTF()));
        LocalDate day = LocalDate.parse(from.readUTF());
        int count = from.readInt();
        var workbooks = new ArrayList<Workbook>();
        for (int i = 0; i < count; i++) {
            String name = from.readUTF();
            byte[] bytes = new byte[from.readInt()];
            from.readFully(bytes);
            workbooks.add(new Workbook(name, bytes));
        }
        return new Question(draft, workbooks, day);
    }

    static void report(GateCheck.Stage stage, DataOutputStream to) throws IOException {
        to.writeByte(STAGE);
        to.writeUTF(stage.name());
        to.flush();
    }

    static void answer(GateCheck.Result result, DataOutputStream to) throws IOException {
        to.writeByte(RESULT);
        JSON.writeValue((OutputStream) to, result);
        to.flush();
    }

    /** The pass itself broke down, and would do so again. */
    static void brokeDown(String how, DataOutputStream to) throws IOException {
        byte[] words = how.getBytes(StandardCharsets.UTF_8);
        to.writeByte(BROKE_DOWN);
        to.writeInt(words.length);
        to.write(words);
        to.flush();
    }

    /**
     * Hears the other side out.
     *
     * @throws IOException it ended before its answer
     * @throws IllegalStateException the pass broke down there
     */
    static GateCheck.Result answered(DataInputStream from, GateCheck.Progress progress) throws IOException {
        while (true) {
            int stated = from.readByte();
            switch (stated) {
                case STAGE -> progress.at(GateCheck.Stage.valueOf(from.readUTF()));
                case RESULT -> {
                    return JSON.readValue((InputStream) from, GateCheck.Result.class);
                }
                case BROKE_DOWN ->
                    throw new IllegalStateException("the pass broke down in the process of the gate: "
                            + new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8));
                default -> throw new IOException("the process of the gate says " + stated);
            }
        }
    }
}
