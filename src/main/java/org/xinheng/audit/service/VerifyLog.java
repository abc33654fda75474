package org.xinheng.audit.service;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.xinheng.audit.Checkpoint;
import org.xinheng.audit.LogReading;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.LogVerification;
import org.xinheng.audit.Verification;
import org.xinheng.notary.SignedNote;

/** An auditor or operator has the whole log verified, while the service runs or without it (A4). */
@ApplicationScoped
public class VerifyLog {
    private static final int SECONDS_MAX = 7 * 24 * 3600;

    private final LogReading reading;
    private final LogSigner signer;
    private final EntityManager entities;

    VerifyLog(LogReading reading, LogSigner signer, EntityManager entities) {
        this.reading = reading;
        this.signer = signer;
        this.entities = entities;
    }

    /** Verifies the log as it stands at this moment; what is written meanwhile is not looked at. */
    public Verification verify(Optional<Checkpoint> witnessed) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
            entities.createNativeQuery("set transaction isolation level repeatable read, read only")
                    .executeUpdate();
            return verifyWhatIsSeen(witnessed);
        });
    }

    /** Verifies the log as the running transaction sees it. */
    public Verification verifyWhatIsSeen(Optional<Checkpoint> witnessed) {
        return new LogVerification(reading, signer).run(witnessed);
    }

    /**
     * The checkpoint in a note, empty when it is none of this log: of another name, or not signed by its keys.
     *
     * @param note as it was published
     */
    public Optional<Checkpoint> witnessed(String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            return signer.signed(signed)
                    ? Checkpoint.read(signed.text())
                            .filter(checkpoint -> checkpoint.origin().equals(signer.origin()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
