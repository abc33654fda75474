package org.xinheng.remedy.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.xinheng.idempotency.RenderedAnswer;

/** Writes the answers that are kept for a repeated request. */
@ApplicationScoped
class RemedyAnswers {
    private final ObjectMapper objectMapper;

    RemedyAnswers(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    /** 201 with a view as its body. */
    RenderedAnswer created(String location, Object view) {
        try {
            return RenderedAnswer.created(location, objectMapper.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
