package org.xinheng.exchange.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.decision.evidence.Evidence;
import org.xinheng.decision.evidence.EvidencePaper;
import org.xinheng.kernel.BeijingTime;

/** {@link EvidencePaper} with PDFBox: every fact of the evidence, under a Chinese heading each. */
@ApplicationScoped
class EvidencePaperInPdf implements EvidencePaper {
    private static final float TEXT = 9.5f;
    private static final float SMALL = 7.5f;

    @Override
    public byte[] print(Evidence evidence) {
        try (Paper paper = new Paper("决策证据 " + evidence.decision())) {
            title(paper, evidence);
            question(paper, evidence.question(), evidence);
            answer(paper, evidence);
            for (Evidence.FiredRow row : evidence.rows()) {
                row(paper, row);
            }
            for (Evidence.ListingDocument listing : evidence.listings()) {
                listing(paper, listing);
            }
            proof(paper, evidence);
            return paper.finished("信衡 · 决策证据 · " + evidence.decision());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void title(Paper paper, Evidence evidence) throws IOException {
        paper.text("决策证据", 22, Paper.ACCENT);
        paper.text("信衡 Xinheng · 信用联合奖惩决策服务", TEXT, Paper.QUIET);
        paper.gap(6);
        paper.rule();
        pair(paper, "决策编号", evidence.decision());
        pair(paper, "作出时间", BeijingTime.displayed(evidence.decidedAt()));
        pair(paper, "查询日", evidence.asOf());
        pair(paper, "实施部门", evidence.agency().title() + "（" + evidence.agency().code() + "）");
        pair(paper, "制作时间", BeijingTime.displayed(evidence.producedAt()));
        pair(paper, "制作部门", evidence.producedFor().department());
        pair(paper, "制作用途", evidence.producedFor().purpose());
        pair(paper, "制作案号", evidence.producedFor().caseNumber());
    }

    private static void question(Paper paper, StoredQuestion question, Evidence evidence) throws IOException {
        paper.heading("一、请求");
        pair(paper, "主体类型", question.subjectType());
        pair(paper, "标识种类", question.scheme());
        pair(paper, "标识", question.maskedIdentifier());
        pair(paper, "办理事项", evidence.matter().title() + "（" + question.matter() + "）");
        MatterFacts facts = question.matterItem();
        pair(paper, "行业", facts.sector());
        pair(paper, "许可职业职务", facts.item());
        pair(paper, "依法必须招标", facts.legallyRequiredTender());
        pair(paper, "政府投资", facts.governmentInvested());
        pair(paper, "地区", question.region());
        pair(paper, "用途", question.purpose());
        pair(paper, "案号", question.caseNumber());
        pair(paper, "所问日期", question.asOf());
        pair(paper, "所问日期的理由", question.asOfReason());
    }

    private static void answer(Paper paper, Evidence evidence) throws IOException {
        paper.heading("二、应答");
        pair(paper, "结论", evidence.outcome());
        pair(paper, "提示语", evidence.prompt());
        pair(paper, "发布版", evidence.release().id());
        pair(paper, "发布版内容散列", evidence.release().contentHash());
        pair(paper, "发布版生效日", evidence.release().effectiveFrom());
        pair(paper, "规则引擎", evidence.engineVersion());
        pair(paper, "名单已知时点", evidence.watermark());
        paper.heading("三、命中的措施行");
        if (evidence.rows().isEmpty()) {
            paper.text("没有措施行命中。", TEXT, Paper.INK);
        }
    }

    private static void row(Paper paper, Evidence.FiredRow row) throws IOException {
        paper.gap(4);
        paper.text(row.title() + "（" + row.measure() + "）", 11, Paper.INK);
        pair(paper, "结果", row.result());
        if (row.heldBy() != null) {
            pair(paper, "保留的规则", row.heldBy().id() + " " + row.heldBy().words());
        }
        AppliedMeasure.Source source = row.source();
        pair(paper, "工作簿", source.workbook());
        pair(paper, "工作表和行", source.sheet() + " 第 " + source.row() + " 行 " + source.rowCode());
        for (Evidence.FiredRow.Cell cell : row.cells()) {
            pair(paper, cell.address() + " " + cell.heading(), "要求 " + cell.wanted() + "；实际 " + cell.met());
        }
        pair(paper, "措施项", row.measureItem());
        pair(paper, "效力", row.effect());
        pair(paper, "截止", row.untilKind() + (row.until() == null ? "" : " " + row.until()));
        for (AppliedMeasure.CitedBasis basis : row.legalBases()) {
            pair(
                    paper,
                    "法规依据",
                    "《" + basis.title() + "》" + basis.article() + "（" + basis.code() + "，" + basis.level()
                            + (basis.documentNumber() == null ? "" : "，" + basis.documentNumber()) + "），施行 "
                            + displayed(basis.inForceFrom()) + " 至 " + displayed(basis.inForceTo())
                            + (basis.verified() ? "，已核对原文" : "，未核对原文"));
        }
        AppliedMeasure.CitedMemorandum memorandum = row.memorandum();
        if (memorandum != null) {
            pair(
                    paper,
                    "合作备忘录",
                    memorandum.title() + "（" + memorandum.code() + "）" + displayed(memorandum.documentNumber()));
        }
        pair(paper, "最后核对", row.lastChecked());
        pair(paper, "名单记录", row.listing());
        paper.rule();
    }

    private static void listing(Paper paper, Evidence.ListingDocument listing) throws IOException {
        paper.heading("四、名单记录及其文书");
        pair(paper, "编号", listing.id());
        pair(paper, "名单", listing.listKind().title() + "（" + listing.listKind().code() + "）");
        pair(paper, "认定部门", listing.initiatingDepartment());
        pair(paper, "地区", listing.region());
        pair(paper, "列入期间", displayed(listing.listedOn()) + " 至 " + displayed(listing.expiresOn()));
        pair(paper, "文书种类", listing.documentType());
        pair(paper, "文号", listing.documentNumber());
        pair(paper, "文书日期", listing.documentDate());
        pair(paper, "作出机关", listing.issuedBy());
        pair(paper, "认定事由", listing.ground());
        pair(paper, "文书所引依据", String.join("、", listing.legalBases()));
        pair(paper, "已知时点", listing.knownAt());
    }

    private static void proof(Paper paper, Evidence evidence) throws IOException {
        Evidence.LogProof log = evidence.log();
        paper.heading("五、日志中的位置和证明");
        pair(paper, "状态", log.status());
        pair(paper, "位置", log.position());
        pair(paper, "叶哈希", log.leafHash());
        small(paper, "检查点", log.checkpoint());
        small(paper, "验签公钥", String.join("\n", log.verifierKeys()));
        small(paper, "证明路径", String.join("\n", log.path()));
        small(paper, "叶内容", log.leaf());
        small(paper, "回执", log.receipt());
        paper.heading("六、怎样核验");
        for (String step : evidence.howToVerify()) {
            paper.text(step, TEXT, Paper.INK);
        }
        paper.heading("七、应答原文");
        small(paper, "SHA-256", evidence.answerSha256());
        paper.text(evidence.answer(), SMALL, Paper.INK);
    }

    private static void pair(Paper paper, String label, @Nullable Object value) throws IOException {
        paper.pair(label, value == null ? "" : value.toString(), TEXT);
    }

    private static void small(Paper paper, String label, @Nullable String value) throws IOException {
        paper.pair(label, value == null ? "" : value.strip(), SMALL);
    }

    private static String displayed(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }
}
