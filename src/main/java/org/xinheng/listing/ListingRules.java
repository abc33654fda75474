package org.xinheng.listing;

import static org.xinheng.kernel.ErrorCode.APPRAISAL_OF_PERSON;
import static org.xinheng.kernel.ErrorCode.CODE_UNKNOWN;
import static org.xinheng.kernel.ErrorCode.DESIGNATION_INCOMPLETE;
import static org.xinheng.kernel.ErrorCode.FIELD_MISSING;
import static org.xinheng.kernel.ErrorCode.GROUND_NOT_OF_LIST_KIND;
import static org.xinheng.kernel.ErrorCode.LISTING_DATES;
import static org.xinheng.kernel.ErrorCode.LISTING_TERM_REQUIRED;
import static org.xinheng.kernel.ErrorCode.LISTING_TERM_TOO_LONG;
import static org.xinheng.kernel.ErrorCode.LIST_KIND_NOT_YOURS;
import static org.xinheng.kernel.ErrorCode.LIST_KIND_WITHOUT_BASIS;
import static org.xinheng.kernel.ErrorCode.PRIOR_NOTICE_AFTER_DECISION;
import static org.xinheng.kernel.ErrorCode.RECOGNITION_NOT_AGREED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Appraisal;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/**
 * What 国办发〔2020〕49号 asks of an entry before it may stand on a list (domain §7, R1 to R5): an effective document, a
 * list kind with a basis in force, the organ that may determine it, notice before the decision, and a decision that says
 * what it must. Finds every fault, not the first.
 */
public final class ListingRules {
    private final ListingDraft draft;
    private final Registers registers;
    private final Department department;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private ListingRules(ListingDraft draft, Registers registers, Department department, LocalDate today) {
        this.draft = draft;
        this.registers = registers;
        this.department = department;
        this.today = today;
    }

    /**
     * Everything that speaks against an entry, empty when it may be made.
     *
     * @param department the department that wants to enter it
     * @param today day on which it is handed in, Asia/Shanghai
     */
    public static List<Fault> faultsOf(
            ListingDraft draft, Registers registers, Department department, LocalDate today) {
        ListingRules rules = new ListingRules(draft, registers, department, today);
        rules.judge();
        return List.copyOf(rules.faults);
    }

    private void judge() {
        ListKind kind = registers.listKinds().get(draft.listKind());
        if (kind == null) {
            fault("/listKind", CODE_UNKNOWN, draft.listKind(), "list-kinds");
            return;
        }
        if (!registers.regions().containsKey(draft.region())) {
            fault("/region", CODE_UNKNOWN, draft.region(), "regions");
        }
        judgeAuthority(kind);
        if (!ListBasis.inForce(kind, registers, draft.region(), draft.listedOn())) {
            fault(
                    "/listKind",
                    LIST_KIND_WITHOUT_BASIS,
                    kind.code(),
                    draft.listedOn().toString());
        }
        boolean heavy = kind.polarity() == Polarity.BLACK || kind.form() == ListForm.ORDER;
        if (heavy && draft.gravity() == null) {
            fault("/gravity", FIELD_MISSING, "gravity");
        }
        judgeParty("/subject", draft.subject(), null);
        judgePersons();
        judgeMatterItems();
        judgeDesignation(kind);
        judgeAppraisal(kind);
        judgeTerm(kind);
    }

    /**
     * L8: a commitment, a tier or a grade is one of an organisation; none is taken in of a person, nor by way of one. A
     * tier says why, and a commitment what was promised.
     */
    private void judgeAppraisal(ListKind kind) {
        if (kind.appraisal() == null) {
            return;
        }
        if (draft.subject().type() == SubjectType.PERSON) {
            fault("/subject/type", APPRAISAL_OF_PERSON, kind.code());
        }
        if (!draft.responsiblePersons().isEmpty()) {
            fault("/responsiblePersons", APPRAISAL_OF_PERSON, kind.code());
        }
        var designation = draft.designation();
        if (kind.appraisal() != Appraisal.GRADE && designation != null) {
            demand("ground", designation.ground());
            demand("facts", designation.facts());
        }
    }

    private void judgeAuthority(ListKind kind) {
        if (draft.recognisedUnder() != null) {
            if (!Recognition.mayAccept(draft, kind, department, registers, today)) {
                fault("/recognisedUnder", RECOGNITION_NOT_AGREED, draft.recognisedUnder(), kind.code(), draft.region());
            }
            return;
        }
        boolean mayDetermine = kind.authorityKinds().contains(department.kind())
                && registers.regionAndAbove(draft.region()).contains(department.region());
        if (!mayDetermine && registers.regions().containsKey(draft.region())) {
            fault("/listKind", LIST_KIND_NOT_YOURS, kind.code(), department.code(), draft.region());
        }
    }

    private void judgeParty(String pointer, ListingDraft.Party party, @Nullable SubjectType only) {
        if (only != null && party.type() != only) {
            faults.add(Identifier.notFor(only, party.identifier().scheme()).under(pointer + "/type"));
        } else {
            faults.addAll(party.faults(pointer, today));
        }
    }

    private void judgePersons() {
        for (int i = 0; i < draft.responsiblePersons().size(); i++) {
            ListingDraft.NamedPerson named = draft.responsiblePersons().get(i);
            String pointer = "/responsiblePersons/" + i;
            judgeParty(pointer + "/subject", named.person(), SubjectType.PERSON);
            if (named.from() != null && named.to() != null && named.to().isBefore(named.from())) {
                fault(pointer + "/to", LISTING_DATES, "to", named.from().toString());
            }
        }
    }

    private void judgeMatterItems() {
        for (int i = 0; i < draft.matterItems().size(); i++) {
            DesignatedItem item = draft.matterItems().get(i);
            judgeItem("/matterItems/" + i + "/sector", item.sector(), MatterItem.Kind.SECTOR);
            judgeItem("/matterItems/" + i + "/item", item.item(), MatterItem.Kind.ITEM);
        }
    }

    private void judgeItem(String pointer, @Nullable String code, MatterItem.Kind kind) {
        if (code == null) {
            return;
        }
        MatterItem known = registers.matterItems().get(code);
        if (known == null || known.kind() != kind) {
            fault(pointer, CODE_UNKNOWN, code, "matters");
        }
    }

    private void judgeDesignation(ListKind kind) {
        ListingDraft.DesignationDraft designation = draft.designation();
        if (designation == null) {
            if (kind.polarity() == Polarity.BLACK || kind.form() == ListForm.ORDER) {
                fault("/designation", FIELD_MISSING, "designation");
            }
            return;
        }
        judgeGround(kind, designation.ground());
        for (int i = 0; i < designation.legalBases().size(); i++) {
            String code = designation.legalBases().get(i);
            if (!registers.legalBases().containsKey(code)) {
                fault("/designation/legalBases/" + i, CODE_UNKNOWN, code, "legal-bases");
            }
        }
        if (kind.polarity() == Polarity.BLACK) {
            demandWhole(designation);
        }
        judgeDocumentDates(designation);
    }

    private void judgeGround(ListKind kind, @Nullable String code) {
        if (code == null) {
            return;
        }
        Ground ground = registers.grounds().get(code);
        if (ground == null || !ground.listKind().equals(kind.code())) {
            fault("/designation/ground", GROUND_NOT_OF_LIST_KIND, code, kind.code());
        }
    }

    /** R1, R4, R5: a black entry rests on a decision that says everything the law wants said. */
    private void demandWhole(ListingDraft.DesignationDraft designation) {
        demand("documentType", designation.documentType());
        demand("documentNumber", designation.documentNumber());
        demand("documentDate", designation.documentDate());
        demand("issuedBy", designation.issuedBy());
        demand("ground", designation.ground());
        demand("facts", designation.facts());
        demand("legalBases", designation.legalBases().isEmpty() ? null : designation.legalBases());
        demand("priorNoticeOn", designation.priorNoticeOn());
        demand("measuresReminded", Boolean.TRUE.equals(designation.measuresReminded()) ? true : null);
        demand("removalConditions", designation.removalConditions());
        demand("remedies", designation.remedies());
    }

    private void demand(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            fault("/designation/" + field, DESIGNATION_INCOMPLETE, field);
        }
    }

    private void judgeDocumentDates(ListingDraft.DesignationDraft designation) {
        LocalDate documentDate = designation.documentDate();
        LocalDate notice = designation.priorNoticeOn();
        if (documentDate == null) {
            return;
        }
        if (documentDate.isAfter(today)) {
            fault("/designation/documentDate", LISTING_DATES, "documentDate", today.toString());
        }
        if (notice != null && !notice.isBefore(documentDate)) {
            fault(
                    "/designation/priorNoticeOn",
                    PRIOR_NOTICE_AFTER_DECISION,
                    notice.toString(),
                    documentDate.toString());
        }
        if (draft.listedOn().isBefore(documentDate)) {
            fault("/listedOn", LISTING_DATES, "listedOn", documentDate.toString());
        }
    }

    private void judgeTerm(ListKind kind) {
        LocalDate expiresOn = draft.expiresOn();
        String ground = draft.designation() == null ? null : draft.designation().ground();
        if (expiresOn == null) {
            boolean open = ground != null && kind.leavesTermOpen(ground);
            if (kind.longest() != null && !open) {
                fault("/expiresOn", LISTING_TERM_REQUIRED, kind.longest().toString());
            }
        } else if (expiresOn.isBefore(draft.listedOn())) {
            fault("/expiresOn", LISTING_DATES, "expiresOn", draft.listedOn().toString());
        } else {
            judgeLongest("/expiresOn", kind.longest(), firstDay(kind), expiresOn);
        }
        judgeDecidedTerm();
    }

    private LocalDate firstDay(ListKind kind) {
        ListingDraft.DesignationDraft designation = draft.designation();
        boolean fromDocument = kind.countedFrom() == CountedFrom.DOCUMENT_DATE;
        LocalDate documentDate = designation == null ? null : designation.documentDate();
        return fromDocument && documentDate != null ? documentDate : draft.listedOn();
    }

    /** L2: a decided term is no longer than the longest term of the articles that the decision cites. */
    private void judgeDecidedTerm() {
        var decided = draft.decidedTerm();
        var designation = draft.designation();
        if (decided == null || decided.to() == null || designation == null) {
            return;
        }
        TermLength longest = null;
        for (String code : designation.legalBases()) {
            LegalBasis basis = registers.legalBases().get(code);
            if (basis == null) {
                continue;
            }
            if (basis.longest() == null) {
                return;
            }
            if (longest == null || basis.longest().longerThan(longest)) {
                longest = basis.longest();
            }
        }
        LocalDate first = decided.from() == null ? designation.documentDate() : decided.from();
        if (first != null) {
            judgeLongest("/decidedTerm/to", longest, first, decided.to());
        }
    }

    private void judgeLongest(String pointer, @Nullable TermLength longest, LocalDate first, LocalDate last) {
        if (longest == null) {
            return;
        }
        longest.lastDayFrom(first)
                .filter(last::isAfter)
                .ifPresent(limit ->
                        fault(pointer, LISTING_TERM_TOO_LONG, longest.toString(), limit.toString(), last.toString()));
    }

    private void fault(String pointer, org.xinheng.kernel.ErrorCode code, String... arguments) {
        faults.add(Fault.at(pointer, code, arguments));
    }
}
