package org.xinheng.task.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.xinheng.task.service.ReadTasks;

/** Tasks as they go out by themselves: {@code Task} of the contract, persons masked. */
@ApplicationScoped
public class TaskMessages {
    private final ObjectMapper objectMapper;

    TaskMessages(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    /** A task as JSON. */
    public String json(ReadTasks.TaskDetails displayed) {
        try {
            return objectMapper.writeValueAsString(TaskMapper.of(displayed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
