package org.xinheng.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.hibernate.Session;
import org.xinheng.feed.TextEncoding;
import org.xinheng.secrecy.PersonalDataCipher;

/** Pieces of files: compressed, then encrypted, since what stands in them names persons. */
@ApplicationScoped
class FeedPieces {
    /** Bytes of a piece before it is compressed. */
    static final int BYTES = 1 << 20;

    private static final String CONTEXT = "feed_file_piece";

    private final Session session;
    private final PersonalDataCipher cipher;

    FeedPieces(Session session, PersonalDataCipher cipher) {
        this.session = session;
        this.cipher = cipher;
    }

    /** What is said of a file once all of it is there. */
    interface Closed {
        UUID id();

        String sha256();

        TextEncoding encoding();

        long length();
    }

    @Transactional
    void add(UUID file, int position, byte[] piece) {
        session.createNativeMutationQuery(
                        "insert into feed_file_piece (file_id, position, cipher) values (:file, :position, :cipher)")
                .setParameter("file", file)
                .setParameter("position", position)
                .setParameter("cipher", cipher.encryptBytes(deflated(piece), CONTEXT))
                .executeUpdate();
    }

    @Transactional
    void close(Closed file, Instant at) {
        session.createNativeMutationQuery("insert into feed_file (id, sha256, length, encoding, guessed, mark, kept_at)"
                        + " values (:id, :sha256, :length, :encoding, :guessed, :mark, :at)")
                .setParameter("id", file.id())
                .setParameter("sha256", file.sha256())
                .setParameter("length", file.length())
                .setParameter("encoding", file.encoding().name())
                .setParameter("guessed", file.encoding().guessed())
                .setParameter("mark", file.encoding().mark())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Transactional
    Optional<byte[]> read(UUID file, int position) {
        return session.createNativeQuery(
                        "select cipher from feed_file_piece where file_id = :file and position = :position",
                        byte[].class)
                .setParameter("file", file)
                .setParameter("position", position)
                .uniqueResultOptional()
                .map(piece -> inflated(cipher.decryptBytes(piece, CONTEXT)));
    }

    private static byte[] deflated(byte[] piece) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(piece);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length / 4);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] piece) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(piece);
            ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a kept piece of a file cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
