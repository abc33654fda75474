package org.xinheng.listing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ResponsiblePerson;

/** Between listings and the JSON in their rows; what we wrote ourselves and cannot read is a bug. */
record ListingJson(ObjectMapper objectMapper) {
    Listing listing(
            UUID id,
            String listKind,
            UUID subjectId,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn,
            String region,
            String department,
            String body,
            long knownAt,
            List<ResponsiblePerson> persons,
            List<ListingEvent> events) {
        ListingBody read = read(body, new TypeReference<>() {});
        return new Listing(
                id,
                listKind,
                subjectId,
                read.gravity(),
                read.designation(),
                listedOn,
                expiresOn,
                read.decidedTerm(),
                read.matterItems(),
                persons,
                region,
                department,
                read.publishPersonalData(),
                knownAt,
                events,
                read.recognisedUnder());
    }

    String write(Object value) {
        try {
            return objectMapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a listing cannot be written as JSON", e);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return objectMapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept listing cannot be read", e);
        }
    }
}
