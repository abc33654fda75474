package org.xinheng.release.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.xinheng.release.ReleaseContent;

/** The typed content of a release as it is kept: JSON packed with gzip, so that a restart needs no spreadsheet. */
@Singleton
class PackedContent {
    private final ObjectMapper objectMapper;

    PackedContent(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    byte[] packed(ReleaseContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            objectMapper.writeValue(gzip, content);
        } catch (IOException e) {
            throw new IllegalStateException("a release cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    ReleaseContent unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return objectMapper.readValue(gzip, ReleaseContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("a kept release cannot be unpacked", e);
        }
    }
}
