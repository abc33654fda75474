package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.Receipt;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.service.ReadProofs;
import org.xinheng.caller.Reader;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.Trace;
import org.xinheng.decision.evidence.Evidence;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.notary.VerifierKey;

/** Gathers what proves a decision. That it was produced is an entry of the log itself; about a person, only for a case. */
@ApplicationScoped
public class ProduceEvidence {
    private static final List<String> HOW_TO_VERIFY = List.of(
            "一、对“叶内容”（Base64 解码后的字节）前加一个 0x00 字节计算 SHA-256，应等于“叶哈希”（RFC 6962）。",
            "二、自叶哈希起，依次与“证明路径”各哈希合并（前加 0x01 字节计算 SHA-256；左右次序由位置和检查点条目数决定），应等于检查点第三行的根哈希。",
            "三、检查点是 C2SP tlog-checkpoint 形式的签名文本：以“验签公钥”验证其签名；公钥应从信用办另行取得并核对。",
            "四、叶内容中 record_root 为本决策记录各行摘要之根：在服务所在机器上运行 `java -jar … verify`，可将全部表与日志及本检查点核对。",
            "五、“应答原文”的 SHA-256 应等于所载的散列；理由所用的措施行见发布版的工作簿，内容散列所覆盖的工作簿可以下载核对。",
            "六、`POST /v1/decisions/{决策编号}/replay` 以当时的发布版和名单记录重新作出决策，结果应为 SAME。");

    private final ReadDecisions readDecisions;
    private final Decisions decisions;
    private final RuleBooks ruleBooks;
    private final Listings listings;
    private final ReadProofs readProofs;
    private final LogSigner signer;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ProduceEvidence(
            ReadDecisions readDecisions,
            Decisions decisions,
            RuleBooks ruleBooks,
            Listings listings,
            ReadProofs readProofs,
            LogSigner signer,
            AuditTrail auditTrail,
            Clock clock) {
        this.readDecisions = readDecisions;
        this.decisions = decisions;
        this.ruleBooks = ruleBooks;
        this.listings = listings;
        this.readProofs = readProofs;
        this.signer = signer;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Produces the evidence of one decision. */
    @Transactional
    public Evidence produce(Reader reader, UUID id) {
        Decisions.Stored stored = readDecisions.read(reader, id);
        Instant now = clock.instant();
        auditTrail.record(
                AuditEntry.of(now, AuditKind.EVIDENCE_EXPORT, reader, id).withSubject(stored.subjectLookup()));
        Registers registers =
                ruleBooks.recorded(stored.release().id()).release().registers();
        var question = decisions.question(id).orElseThrow();
        Decision decision = decisions.replayable(id).orElseThrow().decision();
        return new Evidence(
                id,
                now,
                new Evidence.Reader(reader.caller().department(), reader.purpose(), reader.caseNumber()),
                stored.decidedAt(),
                stored.asOf(),
                department(stored.department(), registers),
                matter(stored.matter(), registers),
                question,
                decision.outcome().name(),
                decision.prompt(),
                stored.release(),
                stored.engineVersion(),
                stored.watermark(),
                stored.trace().fired().stream().map(ProduceEvidence::row).toList(),
                stored.trace()
                        .everyListing()
                        .flatMap(facts -> listings.find(facts.id(), stored.watermark()).stream())
                        .map(listing -> document(listing, registers))
                        .toList(),
                proof(id),
                HOW_TO_VERIFY,
                sha256(stored.answer()),
                stored.answer());
    }

    private Evidence.LogProof proof(UUID id) {
        CoveredRecord covered = CoveredRecord.decision(id);
        String receipt = auditTrail.receiptOf(covered).map(Receipt::note).orElse(null);
        List<String> keys =
                signer.verifierKeys().stream().map(VerifierKey::written).toList();
        Optional<ReadProofs.Inclusion> inclusion = readProofs.covering(covered);
        return inclusion
                .map(proved -> new Evidence.LogProof(
                        "INTEGRATED",
                        receipt,
                        proved.placed().position(),
                        proved.placed().leafHash().hex(),
                        Base64.getEncoder()
                                .encodeToString(proved.placed().entry().leaf()),
                        proved.path().stream().map(TreeHash::base64).toList(),
                        proved.checkpoint().note(),
                        keys))
                .orElseGet(() -> new Evidence.LogProof("PENDING", receipt, null, null, null, List.of(), null, keys));
    }

    private static Evidence.FiredRow row(Trace.Fired fired) {
        AppliedMeasure stated = fired.measure();
        return new Evidence.FiredRow(
                fired.withheld() == null ? "APPLIED" : fired.withheld().name(),
                fired.heldBy(),
                stated.measure(),
                stated.title(),
                stated.measureItem(),
                stated.effect(),
                stated.until(),
                stated.untilKind(),
                stated.listing().id(),
                stated.source(),
                fired.conditions().stream()
                        .map(cell ->
                                new Evidence.FiredRow.Cell(cell.address(), cell.heading(), cell.wanted(), cell.met()))
                        .toList(),
                fired.lastChecked(),
                stated.legalBases(),
                stated.memorandum());
    }

    private static Evidence.ListingDocument document(Listing listing, Registers registers) {
        Designation designation = listing.designation();
        ListKind kind = registers.listKinds().get(listing.listKind());
        return new Evidence.ListingDocument(
                listing.id(),
                new Evidence.Named(listing.listKind(), kind == null ? listing.listKind() : kind.title()),
                listing.initiatingDepartment(),
                listing.region(),
                listing.listedOn(),
                listing.expiresOn(),
                designation == null ? null : designation.documentType().name(),
                designation == null ? null : designation.documentNumber(),
                designation == null ? null : designation.documentDate(),
                designation == null ? null : designation.issuedBy(),
                designation == null ? null : designation.ground(),
                designation == null
                        ? List.of()
                        : designation.legalBases().stream().sorted().toList(),
                listing.knownAt());
    }

    private static Evidence.Named department(String code, Registers registers) {
        Department department = registers.departments().get(code);
        return new Evidence.Named(code, department == null ? code : department.title());
    }

    private static Evidence.Named matter(String code, Registers registers) {
        Matter matter = registers.matters().get(code);
        return new Evidence.Named(code, matter == null ? code : matter.title());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
