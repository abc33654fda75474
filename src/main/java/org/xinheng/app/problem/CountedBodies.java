package org.xinheng.app.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** Counts a body that comes in chunks, without a length, while it is read, and refuses it once it is too large. */
class CountedBodies {
    private final BodyLimits bodyLimits;

    CountedBodies(BodyLimits bodyLimits) {
        this.bodyLimits = bodyLimits;
    }

    @ServerRequestFilter
    public void count(ContainerRequestContext request) {
        String mediaType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        boolean inParts = mediaType != null && mediaType.startsWith("multipart/");
        if (!inParts
                && request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeaderString("Transfer-Encoding") != null) {
            request.setEntityStream(new Counted(
                    request.getEntityStream(),
                    bodyLimits.bytesMax(request.getUriInfo().getPath())));
        }
    }

    private static final class Counted extends FilterInputStream {
        private final long bodyMax;
        private long count;

        Counted(InputStream body, long bodyMax) {
            super(body);
            this.bodyMax = bodyMax;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > bodyMax) {
                throw Refusal.of(ErrorCode.BODY_TOO_LARGE, Long.toString(bodyMax));
            }
        }
    }
}
