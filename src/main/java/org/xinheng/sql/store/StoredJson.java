package org.xinheng.sql.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Between values and the JSON that stores keep of them; what a store wrote itself and cannot read is a bug. */
@ApplicationScoped
public class StoredJson {
    private final ObjectMapper objectMapper;

    StoredJson(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    /** The same with further ways of reading and writing. */
    public StoredJson with(Module module) {
        return new StoredJson(objectMapper.copy().registerModule(module));
    }

    /** A value as it is kept. */
    public String write(Object value) {
        try {
            return objectMapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value to be stored cannot be written as JSON", e);
        }
    }

    /** A stored value. */
    public <T> T read(String text, Class<T> type) {
        return read(text, objectMapper.constructType(type));
    }

    /** A stored value of a type with parameters. */
    public <T> T read(String text, TypeReference<T> type) {
        return read(text, objectMapper.constructType(type.getType()));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // both callers bind it to the type that they name
    private <T> T read(String text, JavaType type) {
        try {
            return objectMapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored `" + type.getRawClass().getSimpleName() + "` cannot be read", e);
        }
    }
}
