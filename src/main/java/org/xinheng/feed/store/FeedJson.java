package org.xinheng.feed.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Between what is kept of feeds as JSON and its types; what we wrote ourselves and cannot read is a bug. */
record FeedJson(ObjectMapper objectMapper) {
    String write(Object value) {
        try {
            return objectMapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a feed cannot be written as JSON", e);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return objectMapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept part of a feed cannot be read", e);
        }
    }
}
