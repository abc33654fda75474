package org.xinheng.app.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends the bodies that are written while they are sent. A body that fails before its first byte was sent becomes a
 * problem document; one that fails later is aborted: the connection is closed without the last chunk, so that the client
 * never takes a part for the whole (RFC 9112 section 8).
 */
@Provider
public final class StreamedBodies implements ServerMessageBodyWriter<StreamingOutput> {
    /** Bytes that are collected before they are sent as one chunk. */
    static final int CHUNK = 1 << 16;

    private final CurrentVertxRequest current;

    StreamedBodies(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(StreamingOutput body, Type generic, ServerRequestContext context) throws IOException {
        OutputStream to = context.getOrCreateOutputStream();
        try {
            write(body, to);
        } catch (IOException | RuntimeException | Error failed) {
            if (context.serverResponse().headWritten()) {
                abort(current.getCurrent().request());
            }
            throw failed;
        }
        to.close();
    }

    /**
     * HTTP/1.1 can end a body before its time only with the connection, HTTP/2 with the stream. The socket is closed before
     * this returns and without what waits to be sent: a graceful close would let the end of the body pass.
     */
    private static void abort(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection && request.version() != HttpVersion.HTTP_2) {
            connection.channel().close().awaitUninterruptibly();
        } else {
            request.response().reset();
        }
    }

    @Override
    public void writeTo(
            StreamingOutput body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        write(body, to);
    }

    private static void write(StreamingOutput body, OutputStream to) throws IOException {
        var chunks = new Chunks(to);
        body.write(chunks);
        chunks.send();
    }

    /**
     * Sends large chunks. A writer that flushes or closes its target, which it also does when it failed, sends nothing and
     * does not end the body.
     */
    private static final class Chunks extends BufferedOutputStream {
        Chunks(OutputStream to) {
            super(to, CHUNK);
        }

        void send() throws IOException {
            super.flush();
        }

        @Override
        public void flush() {
            // see above
        }

        @Override
        public void close() {
            // see above
        }
    }
}
