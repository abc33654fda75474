package org.xinheng.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listings;
import org.xinheng.listing.service.GiveSubjectKeys;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.testing.Fixtures;

/** Numbers that were stored before numbers had a key are found by one after the next start. */
@QuarkusTest
class SubjectKeysServiceTest {
    @Inject
    GiveSubjectKeys giveSubjectKeys;

    @Inject
    Subjects subjects;

    @Inject
    Listings listings;

    @Inject
    LookupHash lookupHash;

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Clock clock;

    @Test
    void a_code_from_before_is_one_with_the_organisation_code_in_it() {
        Identifier alone = new Identifier(IdentifierScheme.USCC, Fixtures.organisation());
        Identifier twice = new Identifier(IdentifierScheme.USCC, Fixtures.organisation());
        UUID first = before(alone);
        UUID second = before(twice);
        UUID code = before(twice.key());

        int given = 1;
        while (given > 0) {
            given = giveSubjectKeys.giveNext();
        }

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(found(alone.key())).isEqualTo(first);
            assertThat(found(alone)).isEqualTo(first);
            assertThat(subjects.find(first).orElseThrow().identifiers())
                    .as("nobody gave the number inside")
                    .containsExactly(alone);
            assertThat(subjects.areOne(second, code)).isTrue();
        });
    }

    private UUID found(Identifier identifier) {
        return subjects.findOrAdd(SubjectType.ORGANISATION, identifier, null, listings.lastCommit());
    }

    /** A subject as earlier migrations stored it: by the hash of its number. */
    private UUID before(Identifier identifier) {
        UUID subject = UUID.randomUUID();
        byte[] lookup = lookupHash.ofWriting(identifier);
        QuarkusTransaction.requiringNew().run(() -> {
            long knownAt = listings.openCommit(CommitKind.LISTING, Set.of(), new UUID(0, 0), clock.instant());
            insert("insert into subject (id, type, known_at) values (?1, 'ORGANISATION', ?2)", subject, knownAt);
            insert(
                    "insert into subject_identifier (lookup, subject_id, scheme, plain, known_at) values (?1, ?2, ?3, ?4, ?5)",
                    lookup,
                    subject,
                    identifier.scheme().name(),
                    identifier.value(),
                    knownAt);
            if (identifier.scheme() == IdentifierScheme.USCC) {
                insert("insert into subject_key_due (lookup) values (?1)", lookup);
            }
            auditTrail.record(
                    AuditEntry.ofTheService(clock.instant(), AuditKind.LISTING, subject),
                    CoveredRecord.listingCommit(knownAt));
        });
        return subject;
    }

    private void insert(String sql, Object... values) {
        var insert = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
    }
}
