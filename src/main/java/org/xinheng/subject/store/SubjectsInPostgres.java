package org.xinheng.subject.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectMerge;
import org.xinheng.subject.SubjectName;
import org.xinheng.subject.Subjects;

/** {@link Subjects} in PostgreSQL: Panache; values of persons leave this class decrypted and enter it to be encrypted. */
@ApplicationScoped
class SubjectsInPostgres implements Subjects {
    private static final String NAME = "subject_name";
    private static final String IDENTIFIER = "subject_identifier";
    private static final String DERIVED = "DERIVED";

    private final EntityManager entities;
    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;

    SubjectsInPostgres(EntityManager entities, PersonalDataCipher cipher, LookupHash lookupHash) {
        this.entities = entities;
        this.cipher = cipher;
        this.lookupHash = lookupHash;
    }

    @Override
    public UUID findOrAdd(SubjectType type, Identifier identifier, @Nullable SubjectName name, long knownAt) {
        byte[] lookup = lookupHash.of(identifier);
        SubjectIdentifierRow known = entities.find(SubjectIdentifierRow.class, lookup);
        UUID id = known == null ? add(type, identifier, lookup, knownAt) : known.subjectId;
        byte[] writing = lookupHash.ofWriting(identifier);
        if (known != null && !Arrays.equals(writing, known.writing == null ? known.lookup : known.writing)) {
            addWriting(id, identifier, writing, knownAt);
        }
        if (name != null
                && (known == null
                        || name.neverBorneAmong(namesOf(id))
                        || namesOf(id).isEmpty())) {
            addName(id, type, name, knownAt);
        }
        return id;
    }

    private UUID add(SubjectType type, Identifier identifier, byte[] lookup, long knownAt) {
        SubjectRow subject = new SubjectRow();
        subject.id = UUID.randomUUID();
        subject.type = type;
        subject.knownAt = knownAt;
        subject.persist();
        addIdentifier(subject.id, identifier, lookup, knownAt);
        return subject.id;
    }

    /** A further number of a known subject. One that is the subject's key has its row already. */
    private void addWriting(UUID subjectId, Identifier identifier, byte[] writing, long knownAt) {
        if (entities.find(SubjectIdentifierRow.class, writing) == null) {
            addIdentifier(subjectId, identifier, writing, knownAt);
        }
    }

    private void addIdentifier(UUID subjectId, Identifier identifier, byte[] lookup, long knownAt) {
        identifierRow(subjectId, identifier, lookup, knownAt).persist();
    }

    private SubjectIdentifierRow identifierRow(UUID subjectId, Identifier identifier, byte[] lookup, long knownAt) {
        SubjectIdentifierRow row = new SubjectIdentifierRow();
        row.lookup = lookup;
        row.writing = lookupHash.ofWriting(identifier);
        row.subjectId = subjectId;
        row.scheme = identifier.scheme();
        if (identifier.scheme().personal()) {
            row.cipher = cipher.encrypt(identifier.value(), IDENTIFIER);
        } else {
            row.plain = identifier.value();
        }
        row.knownAt = knownAt;
        return row;
    }

    private void addName(UUID subjectId, SubjectType type, SubjectName name, long knownAt) {
        SubjectNameRow row = new SubjectNameRow();
        row.id = UUID.randomUUID();
        row.subjectId = subjectId;
        if (type == SubjectType.PERSON) {
            row.cipher = cipher.encrypt(name.value(), NAME);
        } else {
            row.plain = name.value();
        }
        row.nameKey = lookupHash.ofText(NAME, name.folded());
        row.knownAt = knownAt;
        row.persist();
    }

    private List<SubjectName> namesOf(UUID subjectId) {
        return SubjectNameRow.<SubjectNameRow>list("subjectId", subjectId).stream()
                .map(row -> new SubjectName(opened(row.plain, row.cipher, NAME)))
                .toList();
    }

    @Override
    public Optional<Subject> find(UUID id) {
        return Optional.ofNullable(findAll(Set.of(id), Long.MAX_VALUE).get(id));
    }

    @Override
    public Map<UUID, Subject> findAll(Set<UUID> ids, long knownAt) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Identifier>> identifiers = new HashMap<>();
        for (SubjectIdentifierRow row : SubjectIdentifierRow.<SubjectIdentifierRow>list(
                "subjectId in ?1 and knownAt <= ?2 and (source is null or source <> 'DERIVED') order by knownAt, scheme",
                ids,
                knownAt)) {
            identifiers
                    .computeIfAbsent(row.subjectId, id -> new ArrayList<>())
                    .add(new Identifier(row.scheme, opened(row.plain, row.cipher, IDENTIFIER)));
        }
        Map<UUID, List<SubjectName>> names = new HashMap<>();
        for (SubjectNameRow row : SubjectNameRow.<SubjectNameRow>list(
                "subjectId in ?1 and knownAt <= ?2 order by knownAt", ids, knownAt)) {
            names.computeIfAbsent(row.subjectId, id -> new ArrayList<>())
                    .add(new SubjectName(opened(row.plain, row.cipher, NAME)));
        }
        Map<UUID, Subject> subjects = new HashMap<>();
        for (SubjectRow row : SubjectRow.<SubjectRow>list("id in ?1 and knownAt <= ?2", ids, knownAt)) {
            subjects.put(
                    row.id,
                    new Subject(
                            row.id,
                            row.type,
                            identifiers.getOrDefault(row.id, List.of()),
                            names.getOrDefault(row.id, List.of())));
        }
        return subjects;
    }

    @Override
    public List<KeyDue> keysDue(int most) {
        return SubjectIdentifierRow.<SubjectIdentifierRow>find(
                        "from SubjectIdentifierRow i where i.lookup in (select d.lookup from SubjectKeyDueRow d)")
                .range(0, most - 1)
                .<SubjectIdentifierRow>list()
                .stream()
                .map(row -> new KeyDue(
                        row.subjectId, new Identifier(row.scheme, opened(row.plain, row.cipher, IDENTIFIER))))
                .toList();
    }

    @Override
    public Optional<UUID> giveKey(KeyDue due, long knownAt) {
        Identifier identifier = due.identifier();
        byte[] lookup = lookupHash.of(identifier);
        SubjectKeyDueRow.deleteById(lookupHash.ofWriting(identifier));
        SubjectIdentifierRow known = entities.find(SubjectIdentifierRow.class, lookup);
        if (known == null) {
            SubjectIdentifierRow key = identifierRow(due.subjectId(), identifier.key(), lookup, knownAt);
            key.source = DERIVED;
            key.persist();
        }
        return known == null || known.subjectId.equals(due.subjectId())
                ? Optional.empty()
                : Optional.of(known.subjectId);
    }

    @Override
    public void record(SubjectMerge merge) {
        SubjectMergeRow.of(merge).persist();
    }

    @Override
    public Optional<SubjectMerge> findMerge(UUID id) {
        return SubjectMergeRow.<SubjectMergeRow>findByIdOptional(id).map(SubjectMergeRow::merge);
    }

    @Override
    public Optional<SubjectMerge> newestMerge(UUID one, UUID other) {
        return SubjectMergeRow.<SubjectMergeRow>find(
                        "(one = ?1 and other = ?2) or (one = ?2 and other = ?1) order by knownAt desc", one, other)
                .firstResultOptional()
                .map(SubjectMergeRow::merge);
    }

    @Override
    public boolean areOne(UUID one, UUID other) {
        entities.flush();
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from one_with(:one) same where same.id = :other)", Boolean.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult();
    }

    private String opened(@Nullable String plain, byte @Nullable [] sealed, String context) {
        if (plain != null) {
            return plain;
        }
        if (sealed == null) {
            throw new IllegalStateException("a value is kept plain or encrypted");
        }
        return cipher.decrypt(sealed, context);
    }
}
