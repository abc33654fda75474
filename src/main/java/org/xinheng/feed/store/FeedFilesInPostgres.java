package org.xinheng.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.feed.EncodingWatch;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedFiles;
import org.xinheng.feed.TextEncoding;

/**
 * {@link FeedFiles} in PostgreSQL. Each piece of a file that comes in is kept at once, so that no transaction lasts as long
 * as a slow sender; what says that the file is there comes last. SQL, since pieces and files are deleted in sets.
 */
@ApplicationScoped
class FeedFilesInPostgres implements FeedFiles {
    private final Session session;
    private final FeedPieces pieces;

    FeedFilesInPostgres(Session session, FeedPieces pieces) {
        this.session = session;
        this.pieces = pieces;
    }

    @Override
    public FeedFile keep(UUID id, InputStream file, Instant at) throws IOException {
        MessageDigest sha256 = sha256();
        EncodingWatch watch = new EncodingWatch();
        long length = 0;
        int position = 0;
        byte[] piece = file.readNBytes(FeedPieces.BYTES);
        while (piece.length > 0) {
            sha256.update(piece);
            watch.see(piece, 0, piece.length);
            length += piece.length;
            pieces.add(id, position++, piece);
            piece = file.readNBytes(FeedPieces.BYTES);
        }
        Stored stored = new Stored(id, HexFormat.of().formatHex(sha256.digest()), watch.encoding(), length, pieces);
        pieces.close(stored, at);
        return stored;
    }

    @Override
    @Transactional
    public Optional<FeedFile> find(UUID id) {
        return session.createNativeQuery(
                        "select sha256, length, encoding, guessed, mark from feed_file where id = :id", FileRow.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Stored(
                        id,
                        row.sha256(),
                        new TextEncoding(row.encoding(), row.guessed(), row.mark()),
                        row.length(),
                        pieces));
    }

    private record FileRow(String sha256, long length, String encoding, boolean guessed, boolean mark) {}

    @Override
    @Transactional
    public void forget(Instant before) {
        session.createNativeMutationQuery("delete from feed_file f where kept_at < :before"
                        + " and not exists (select 1 from job j where j.id = f.id and j.state <> 'DONE')")
                .setParameter("before", before)
                .executeUpdate();
        // an id begins with the moment at which it was made
        session.createNativeMutationQuery("delete from feed_file_piece p where file_id < :first"
                        + " and not exists (select 1 from feed_file f where f.id = p.file_id)")
                .setParameter("first", org.xinheng.kernel.TimeOrderedId.first(before))
                .executeUpdate();
    }

    /** A file that is kept: read piece by piece. */
    private record Stored(UUID id, String sha256, TextEncoding encoding, long length, FeedPieces pieces)
            implements FeedFile, FeedPieces.Closed {
        @Override
        public InputStream open() {
            return new PieceStream(position -> pieces.read(id, position));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
