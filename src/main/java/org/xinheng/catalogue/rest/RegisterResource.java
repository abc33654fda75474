package org.xinheng.catalogue.rest;

import static org.xinheng.catalogue.register.RegisterSheets.*;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.service.ReadRegisters;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.DepartmentEntryView;
import org.xinheng.contract.api.DepartmentPage;
import org.xinheng.contract.api.GroundEntryView;
import org.xinheng.contract.api.LegalBasisEntryView;
import org.xinheng.contract.api.LegalBasisPage;
import org.xinheng.contract.api.ListKindEntryView;
import org.xinheng.contract.api.ListKindPage;
import org.xinheng.contract.api.MatterEntryView;
import org.xinheng.contract.api.MatterItemEntryView;
import org.xinheng.contract.api.MatterPage;
import org.xinheng.contract.api.MeasureEntryView;
import org.xinheng.contract.api.MeasureListEntryView;
import org.xinheng.contract.api.MeasurePage;
import org.xinheng.contract.api.MemorandumEntryView;
import org.xinheng.contract.api.MemorandumPage;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RegionEntryView;
import org.xinheng.contract.api.RegionPage;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/registers}: what the release in force today says, a page of a register in the order of its sheet. */
@Path("/v1/registers")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    private final Contract contract;
    private final ReadRegisters readRegisters;

    RegisterResource(Contract contract, ReadRegisters readRegisters) {
        this.contract = contract;
        this.readRegisters = readRegisters;
    }

    /** 法规依据. */
    @GET
    @Path("legal-bases")
    public LegalBasisPage legalBases(@Context UriInfo uri) {
        var filling = new EntryFilling<>(LEGAL_BASES, LegalBasisEntryView.class);
        return page(OperationId.READ_LEGAL_BASES, uri, readRegisters.all().legalBases(), filling, LegalBasisPage::new);
    }

    /** 名单种类, with their grounds. */
    @GET
    @Path("list-kinds")
    public ListKindPage listKinds(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<Ground>> grounds = readRegisters.groundsByListKind(registers);
        var ground = new EntryFilling<>(GROUNDS, GroundEntryView.class);
        var filling = new EntryFilling<>(
                LIST_KINDS,
                ListKindEntryView.class,
                Map.of("grounds", kind -> ground.all(grounds.getOrDefault(kind.code(), List.of()))));
        return page(OperationId.READ_LIST_KINDS, uri, registers.listKinds(), filling, ListKindPage::new);
    }

    /** 措施, with the items of the measure list under which they are applied. */
    @GET
    @Path("measures")
    public MeasurePage measures(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<MeasureItem>> items = readRegisters.itemsByMeasure(registers);
        var item = new EntryFilling<>(MEASURE_ITEMS, MeasureListEntryView.class);
        var filling = new EntryFilling<>(
                MEASURES,
                MeasureEntryView.class,
                Map.of("measureItems", measure -> item.all(items.getOrDefault(measure.code(), List.of()))));
        return page(OperationId.READ_MEASURES, uri, registers.measures(), filling, MeasurePage::new);
    }

    /** 合作备忘录. */
    @GET
    @Path("memoranda")
    public MemorandumPage memoranda(@Context UriInfo uri) {
        var filling = new EntryFilling<>(MEMORANDA, MemorandumEntryView.class);
        return page(OperationId.READ_MEMORANDA, uri, readRegisters.all().memoranda(), filling, MemorandumPage::new);
    }

    /** 部门. */
    @GET
    @Path("departments")
    public DepartmentPage departments(@Context UriInfo uri) {
        var filling = new EntryFilling<>(DEPARTMENTS, DepartmentEntryView.class);
        return page(OperationId.READ_DEPARTMENTS, uri, readRegisters.all().departments(), filling, DepartmentPage::new);
    }

    /** 办理事项, with the sectors and items that can be given. */
    @GET
    @Path("matters")
    public MatterPage matters(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        var item = new EntryFilling<>(MATTER_ITEMS, MatterItemEntryView.class);
        var filling = new EntryFilling<>(
                MATTERS,
                MatterEntryView.class,
                Map.of(
                        "matterItems",
                        matter -> item.all(registers.matterItems().values().stream()
                                .filter(each -> each.matters().contains(matter.code()))
                                .toList())));
        return page(OperationId.READ_MATTERS, uri, registers.matters(), filling, MatterPage::new);
    }

    /** 地区. */
    @GET
    @Path("regions")
    public RegionPage regions(@Context UriInfo uri) {
        var filling = new EntryFilling<>(REGIONS, RegionEntryView.class);
        return page(OperationId.READ_REGIONS, uri, readRegisters.all().regions(), filling, RegionPage::new);
    }

    private <T extends Record, E, P> P page(
            OperationId operation,
            UriInfo uri,
            Map<String, T> register,
            EntryFilling<T, E> filling,
            BiFunction<List<E>, @Nullable String, P> page) {
        QueryParameters query = contract.query(operation, uri.getQueryParameters());
        List<String> codes = List.copyOf(register.keySet());
        Optional<String> after = query.text("after");
        int from = after.map(code -> codes.indexOf(code) + 1).orElse(0);
        if (after.isPresent() && from == 0) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int to = Math.min(codes.size(), from + query.size());
        List<T> shown = List.copyOf(register.values()).subList(from, to);
        return page.apply(filling.all(shown), to < codes.size() ? codes.get(to - 1) : null);
    }
}
