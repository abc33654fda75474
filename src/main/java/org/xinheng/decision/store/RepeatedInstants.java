package org.xinheng.decision.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads instants for those who read very many decisions. Each decision says of every list when it was last read, and of
 * thousands in a row that is the same moment: parsing it anew took an eighth of a replay.
 */
final class RepeatedInstants extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final int STORED_MAX = 4096;

    private final transient Cache<String, Instant> known =
            Caffeine.newBuilder().maximumSize(STORED_MAX).build();

    private RepeatedInstants() {
        super(Instant.class);
    }

    static Module module() {
        return new SimpleModule("repeated-instants").addDeserializer(Instant.class, new RepeatedInstants());
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
        String text = parser.getText();
        Instant before = known.getIfPresent(text);
        if (before != null) {
            return before;
        }
        Instant read = InstantDeserializer.INSTANT.deserialize(parser, context);
        known.put(text, read);
        return read;
    }
}
