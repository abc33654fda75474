package org.xinheng.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/**
 * One listing asked about in one matter, flat: everything a row can ask. It is a fact and is never written to.
 *
 * <p>Workbooks import this type: the methods that end in {@code In}, {@code Is}, {@code On}, {@code After} and
 * {@code Before} answer one condition cell each, given as it stands in the cell. They keep name and meaning for ever.
 */
public final class Situation {
    private final ListingInQuestion about;
    private final Inquiry inquiry;
    private final String listKind;
    private final String matter;
    private final LocalDate day;
    private final @Nullable String ground;
    private final @Nullable Gravity gravity;
    private final SubjectType subjectType;
    private final TargetRole role;
    private final List<String> listingRegions;
    private final List<String> matterRegions;
    private final @Nullable String sector;
    private final @Nullable String item;
    private final @Nullable Boolean legallyRequiredTender;
    private final @Nullable Boolean governmentInvested;
    private final String agencyKind;
    private final Set<String> citedBases;
    private final Set<String> designatedSectors;
    private final Set<String> designatedItems;
    private final boolean order;
    private final boolean local;
    private final boolean black;
    private final boolean inEffect;
    private final boolean stayed;
    private final boolean restored;

    private Situation(
            Inquiry inquiry,
            ListingInQuestion about,
            @Nullable ListKind kind,
            List<String> listingRegions,
            List<String> matterRegions) {
        Listing listing = about.listing();
        Designation designation = listing.designation();
        MatterFacts facts = inquiry.facts();
        this.inquiry = inquiry;
        this.about = about;
        this.listKind = listing.listKind();
        this.matter = inquiry.matter();
        this.day = inquiry.asOf();
        this.ground = designation == null ? null : designation.ground();
        this.gravity = listing.gravity();
        this.subjectType = inquiry.subjectType();
        this.role = about.role();
        this.listingRegions = listingRegions;
        this.matterRegions = matterRegions;
        this.sector = facts.sector();
        this.item = facts.item();
        this.legallyRequiredTender = facts.legallyRequiredTender();
        this.governmentInvested = facts.governmentInvested();
        this.agencyKind = inquiry.agencyKind();
        this.citedBases = designation == null ? Set.of() : designation.legalBases();
        this.designatedSectors = designated(listing.matterItems(), true);
        this.designatedItems = designated(listing.matterItems(), false);
        this.order = kind != null && kind.form() == ListForm.ORDER;
        this.local = kind != null && kind.scope() == ListScope.LOCAL;
        this.black = kind != null && kind.polarity() == Polarity.BLACK;
        ListingStatus standing = about.standing();
        this.stayed = standing instanceof ListingStatus.Stayed;
        this.restored = standing instanceof ListingStatus.Restored;
        this.inEffect = stayed || restored || standing instanceof ListingStatus.InForce;
    }

    /** The situation of one listing of an inquiry, under the registers of a release. */
    public static Situation of(Inquiry inquiry, ListingInQuestion about, Registers registers) {
        return of(
                inquiry,
                about,
                registers.listKinds().get(about.listing().listKind()),
                orItself(
                        registers.regionAndAbove(about.listing().region()),
                        about.listing().region()),
                orItself(registers.regionAndAbove(inquiry.region()), inquiry.region()));
    }

    /** The same, where the caller knows the list kind and the regions with all above them, nearest first. */
    static Situation of(
            Inquiry inquiry,
            ListingInQuestion about,
            @Nullable ListKind kind,
            List<String> listingRegions,
            List<String> matterRegions) {
        return new Situation(inquiry, about, kind, listingRegions, matterRegions);
    }

    /** A region that the registers do not know stands alone. */
    static List<String> orItself(List<String> regionAndAbove, String region) {
        return regionAndAbove.isEmpty() ? List.of(region) : regionAndAbove;
    }

    private static Set<String> designated(List<DesignatedItem> items, boolean sectors) {
        if (items.isEmpty()) {
            return Set.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (DesignatedItem designated : items) {
            String code = sectors ? designated.sector() : designated.item();
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    // ---- what a condition cell asks; several codes in a cell are joined by 、

    /** 名单种类. */
    public boolean listKindIn(String codes) {
        return among(codes, listKind);
    }

    /** 认定事由; a listing without a ground is in none. */
    public boolean groundIn(String codes) {
        return ground != null && among(codes, ground);
    }

    /** 严重程度; a listing without a gravity is in none. */
    public boolean gravityIn(String codes) {
        return gravity != null && among(codes, gravity.name());
    }

    /** 主体类型 of the subject that the agency asks about. */
    public boolean subjectTypeIn(String codes) {
        return among(codes, subjectType.name());
    }

    /** 责任人员角色: how the listing concerns the subject that the agency asks about. */
    public boolean roleIn(String codes) {
        return among(codes, role.name());
    }

    /** 名单地区: the listing's region or one above it. */
    public boolean listingRegionIn(String codes) {
        return anyAmong(codes, listingRegions);
    }

    /** 办理地区: the matter's region or one above it. */
    public boolean matterRegionIn(String codes) {
        return anyAmong(codes, matterRegions);
    }

    /** 办理事项. */
    public boolean matterIn(String codes) {
        return among(codes, matter);
    }

    /** 行业: one of these, or one that the listing names; a sector that is not known may be any. */
    public boolean sectorIn(String codes) {
        return mayBe(codes, sector, designatedSectors);
    }

    /** 许可职业职务: one of these, or one that the listing names; an item that is not known may be any. */
    public boolean itemIn(String codes) {
        return mayBe(codes, item, designatedItems);
    }

    /** 依法必须招标, {@code YES} or {@code NO}; what is not known may be either. */
    public boolean legallyRequiredTenderIs(String yesOrNo) {
        return legallyRequiredTender == null || legallyRequiredTender == yesOrNo.equals("YES");
    }

    /** 政府投资, {@code YES} or {@code NO}; what is not known may be either. */
    public boolean governmentInvestedIs(String yesOrNo) {
        return governmentInvested == null || governmentInvested == yesOrNo.equals("YES");
    }

    /** 机构类别 of the implementing agency. */
    public boolean agencyKindIn(String codes) {
        return among(codes, agencyKind);
    }

    /** 法规依据: an order carries a measure only where its designation cites one of these articles; a list, always. */
    public boolean mayRestOn(String codes) {
        return !order || anyAmong(codes, citedBases);
    }

    /** 有效期自, {@code yyyy-MM-dd}; the day itself counts. */
    public boolean onOrAfter(String first) {
        return !day.isBefore(LocalDate.parse(first));
    }

    /** 有效期至, {@code yyyy-MM-dd}; the day itself counts. */
    public boolean onOrBefore(String last) {
        return !day.isAfter(LocalDate.parse(last));
    }

    private static boolean mayBe(String codes, @Nullable String code, Set<String> designated) {
        return code == null
                || among(codes, code)
                || (among(codes, MatterItem.AS_DESIGNATED) && (designated.isEmpty() || designated.contains(code)));
    }

    private static boolean anyAmong(String codes, Collection<String> wanted) {
        for (String code : wanted) {
            if (among(codes, code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean among(String codes, String code) {
        return codes.equals(code)
                || List.of(codes.split(RuleTableHead.CODE_SEPARATOR)).contains(code);
    }

    // ---- what the rules of law ask

    /** The listing, with the role and the standing in which it is asked. */
    public ListingInQuestion about() {
        return about;
    }

    /** What the agency asked. */
    public Inquiry inquiry() {
        return inquiry;
    }

    /** 名单种类. */
    public String listKind() {
        return listKind;
    }

    /** 办理事项. */
    public String matter() {
        return matter;
    }

    /** The day asked about. */
    public LocalDate day() {
        return day;
    }

    /** 认定事由, null where the listing has none. */
    public @Nullable String ground() {
        return ground;
    }

    /** 严重程度, null where the listing has none. */
    public @Nullable Gravity gravity() {
        return gravity;
    }

    /** 主体类型 of the subject that the agency asks about. */
    public SubjectType subjectType() {
        return subjectType;
    }

    /** How the listing concerns the subject that the agency asks about. */
    public TargetRole role() {
        return role;
    }

    /** The listing's region and all above it, nearest first. */
    public List<String> listingRegions() {
        return listingRegions;
    }

    /** The matter's region and all above it, nearest first. */
    public List<String> matterRegions() {
        return matterRegions;
    }

    /** 行业 of the matter at hand, null where the agency did not say. */
    public @Nullable String sector() {
        return sector;
    }

    /** 许可、职业、职务 of the matter at hand, null where the agency did not say. */
    public @Nullable String item() {
        return item;
    }

    /** 依法必须招标, null where the agency did not say. */
    public @Nullable Boolean legallyRequiredTender() {
        return legallyRequiredTender;
    }

    /** 政府投资, null where the agency did not say. */
    public @Nullable Boolean governmentInvested() {
        return governmentInvested;
    }

    /** 机构类别 of the implementing agency. */
    public String agencyKind() {
        return agencyKind;
    }

    /** Articles that the designation cites. */
    public Set<String> citedBases() {
        return citedBases;
    }

    /** Sectors that the listing names, empty where it names none. */
    public Set<String> designatedSectors() {
        return designatedSectors;
    }

    /** Licences, occupations and posts that the listing names, empty where it names none. */
    public Set<String> designatedItems() {
        return designatedItems;
    }

    /** Whether the listing is an order against one subject, not an entry on a list. */
    public boolean order() {
        return order;
    }

    /** Whether the listing is black (黑名单). */
    public boolean black() {
        return black;
    }

    /** Whether the listing has begun and is not over, be it stayed or restored. */
    public boolean inEffect() {
        return inEffect;
    }

    /** Whether its execution is stayed (停止执行). */
    public boolean stayed() {
        return stayed;
    }

    /** Whether it was restored (信用修复). */
    public boolean restored() {
        return restored;
    }

    /** Whether the subject was asked for under a name it never bore. */
    public boolean nameInDoubt() {
        return inquiry.nameInDoubt();
    }

    /** Whether the list counts where the matter is: a local list does only inside its own region (design §6.11). */
    public boolean countsHere() {
        return !local || matterRegions.contains(about.listing().region());
    }

    /** Whether it is the subject asked about that is listed. */
    public boolean listedItself() {
        return role == TargetRole.LISTED_SUBJECT;
    }

    /** Whether the subject asked about can be reached: an organisation is never reached through persons (L3). */
    public boolean reachable() {
        return listedItself() || subjectType == SubjectType.PERSON;
    }
}
