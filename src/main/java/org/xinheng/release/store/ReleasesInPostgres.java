package org.xinheng.release.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.xinheng.release.Draft;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Tenure;
import org.xinheng.release.Workbook;
import org.xinheng.release.WorkbookEntry;

/** {@link Releases} in PostgreSQL: Panache; SQL where workbooks are listed without their bytes. */
@ApplicationScoped
class ReleasesInPostgres implements Releases {
    /** Any number that nothing else in this database locks. */
    private static final long STEPS_LOCK = 7_231_003L;

    private final Session session;
    private final PackedContent packedContent;
    private final RulesOfLaw rulesOfLaw;

    ReleasesInPostgres(Session session, PackedContent packedContent, RulesOfLaw rulesOfLaw) {
        this.session = session;
        this.packedContent = packedContent;
        this.rulesOfLaw = rulesOfLaw;
    }

    @Override
    @Transactional
    public List<Tenure> tenures() {
        return ReleaseTenureRow.<ReleaseTenureRow>list(
                        "number not in (select c.tenureNumber from ReleaseTenureCancellationRow c)"
                                + " order by effectiveFrom, number")
                .stream()
                .map(row -> new Tenure(row.releaseId, row.effectiveFrom, row.activatedAt))
                .toList();
    }

    @Override
    @Transactional
    public Optional<Release> find(UUID id) {
        return ReleaseCheckRow.<ReleaseCheckRow>find("key.releaseId = ?1 and errors = 0 order by key.number desc", id)
                .page(0, 1)
                .firstResultOptional()
                .flatMap(check -> draft(id)
                        .map(draft -> new Release(
                                id,
                                draft.contentHash(),
                                draft.createdAt(),
                                check.engineVersion,
                                packedContent.unpacked(check.content))));
    }

    @Override
    @Transactional
    public Optional<Draft> draft(UUID id) {
        return ReleaseRow.<ReleaseRow>findByIdOptional(id).map(ReleasesInPostgres::draft);
    }

    @Override
    @Transactional
    public Optional<Draft> withContent(String contentHash) {
        return ReleaseRow.<ReleaseRow>find("contentHash", contentHash)
                .firstResultOptional()
                .map(ReleasesInPostgres::draft);
    }

    @Override
    @Transactional
    public List<Draft> drafts() {
        return ReleaseRow.<ReleaseRow>list("order by createdAt desc, id desc").stream()
                .map(ReleasesInPostgres::draft)
                .toList();
    }

    @Override
    @Transactional
    public List<Workbook> workbooks(UUID id) {
        return ReleaseWorkbookRow.<ReleaseWorkbookRow>list("key.releaseId = ?1 order by key.name", id).stream()
                .map(row -> new Workbook(row.key.name(), row.bytes))
                .toList();
    }

    @Override
    @Transactional
    public List<WorkbookEntry> workbookEntries(UUID id) {
        return session.createNativeQuery(
                        "select name, encode(sha256(bytes), 'hex') as hash, length(bytes) as size"
                                + " from release_workbook where release_id = :id order by name collate \"C\"",
                        WorkbookEntry.class)
                .setParameter("id", id)
                .getResultList();
    }

    @Override
    @Transactional
    public Map<String, String> rules(UUID id) {
        Map<String, String> rules = new LinkedHashMap<>();
        ReleaseRuleRow.<ReleaseRuleRow>list("key.releaseId = ?1 order by key.name", id)
                .forEach(row -> rules.put(row.key.name(), row.text));
        return rules;
    }

    @Override
    @Transactional
    public Optional<Workbook> workbook(UUID id, String name) {
        return ReleaseWorkbookRow.<ReleaseWorkbookRow>findByIdOptional(new ReleaseWorkbookRow.Key(id, name))
                .map(row -> new Workbook(row.key.name(), row.bytes));
    }

    @Override
    @Transactional
    public void add(Draft draft, List<Workbook> workbooks) {
        ReleaseRow row = new ReleaseRow();
        row.id = draft.id();
        row.contentHash = draft.contentHash();
        row.createdAt = draft.createdAt();
        row.persist();
        for (Workbook workbook : workbooks) {
            ReleaseWorkbookRow workbookRow = new ReleaseWorkbookRow();
            workbookRow.key = new ReleaseWorkbookRow.Key(draft.id(), workbook.name());
            workbookRow.bytes = workbook.bytes();
            workbookRow.persist();
        }
        rulesOfLaw.texts().forEach((name, text) -> {
            ReleaseRuleRow ruleRow = new ReleaseRuleRow();
            ruleRow.key = new ReleaseRuleRow.Key(draft.id(), name);
            ruleRow.text = text;
            ruleRow.persist();
        });
        session.flush();
    }

    @Override
    @Transactional
    public long activate(UUID releaseId, LocalDate effectiveFrom, Instant at) {
        ReleaseTenureRow row = new ReleaseTenureRow();
        row.releaseId = releaseId;
        row.effectiveFrom = effectiveFrom;
        row.activatedAt = at;
        row.step = "FIRST";
        row.persistAndFlush();
        return Objects.requireNonNull(row.number);
    }

    @Override
    @Transactional
    public void oneStepAtATime() {
        session.createNativeQuery("select cast(pg_advisory_xact_lock(" + STEPS_LOCK + ") as text)", Object.class)
                .getSingleResult();
    }

    private static Draft draft(ReleaseRow row) {
        return new Draft(row.id, row.contentHash, row.createdAt);
    }
}
