package org.xinheng.caller.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;

/** {@link CallerKeys} in PostgreSQL: Panache. */
@ApplicationScoped
class CallerKeysInPostgres implements CallerKeys {
    @Override
    @Transactional
    public Optional<CallerKey> byHash(String hash) {
        return CallerKeyRow.<CallerKeyRow>find("keyHash", hash)
                .firstResultOptional()
                .map(CallerKeysInPostgres::key);
    }

    @Override
    @Transactional
    public Optional<String> personOf(UUID keyId) {
        return CallerKeyRow.<CallerKeyRow>findByIdOptional(keyId).map(row -> row.person);
    }

    @Override
    @Transactional
    public List<CallerKey> all() {
        return CallerKeyRow.<CallerKeyRow>list("order by createdAt, id").stream()
                .map(CallerKeysInPostgres::key)
                .toList();
    }

    @Override
    @Transactional
    public void add(CallerKey key, String hash) {
        CallerKeyRow row = new CallerKeyRow();
        row.id = key.caller().keyId();
        row.keyHash = hash;
        row.label = key.label();
        row.person = key.person();
        row.department = key.caller().department();
        row.roles = key.caller().roles().stream().map(Role::name).sorted().toArray(String[]::new);
        row.demonstration = key.demonstration();
        row.createdAt = key.createdAt();
        row.persist();
    }

    @Override
    @Transactional
    public boolean revoke(UUID keyId, Instant at) {
        if (CallerKeyRow.findById(keyId) == null) {
            return false;
        }
        if (CallerKeyRevocationRow.findById(keyId) == null) {
            CallerKeyRevocationRow row = new CallerKeyRevocationRow();
            row.keyId = keyId;
            row.revokedAt = at;
            row.persist();
        }
        return true;
    }

    private static CallerKey key(CallerKeyRow row) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.roles).map(Role::valueOf).forEach(roles::add);
        @Nullable CallerKeyRevocationRow revocation = CallerKeyRevocationRow.findById(row.id);
        return new CallerKey(
                new Caller(row.id, row.department, roles),
                row.label,
                row.person,
                row.demonstration,
                row.createdAt,
                revocation == null ? null : revocation.revokedAt);
    }
}
