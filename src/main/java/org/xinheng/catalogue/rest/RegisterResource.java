package org.xinheng.catalogue.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.service.ReadRegisters;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.DepartmentEntryView;
import org.xinheng.contract.api.LegalBasisEntryView;
import org.xinheng.contract.api.ListKindEntryView;
import org.xinheng.contract.api.MatterEntryView;
import org.xinheng.contract.api.MeasureEntryView;
import org.xinheng.contract.api.MemorandumEntryView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RegionEntryView;

/** {@code /v1/registers}: what the release in force today says. */
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
    public RegisterPage<LegalBasisEntryView> legalBases(@Context UriInfo uri) {
        return page(OperationId.READ_LEGAL_BASES, uri, readRegisters.all().legalBases(), RegisterEntries::legalBasis);
    }

    /** 名单种类, with their grounds. */
    @GET
    @Path("list-kinds")
    public RegisterPage<ListKindEntryView> listKinds(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<Ground>> grounds = readRegisters.groundsByListKind(registers);
        return page(
                OperationId.READ_LIST_KINDS,
                uri,
                registers.listKinds(),
                kind -> RegisterEntries.listKind(kind, grounds.getOrDefault(kind.code(), List.of())));
    }

    /** 措施, with the items of the measure list under which they are applied. */
    @GET
    @Path("measures")
    public RegisterPage<MeasureEntryView> measures(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<MeasureItem>> items = readRegisters.itemsByMeasure(registers);
        return page(
                OperationId.READ_MEASURES,
                uri,
                registers.measures(),
                measure -> RegisterEntries.measure(measure, items.getOrDefault(measure.code(), List.of())));
    }

    /** 合作备忘录. */
    @GET
    @Path("memoranda")
    public RegisterPage<MemorandumEntryView> memoranda(@Context UriInfo uri) {
        return page(OperationId.READ_MEMORANDA, uri, readRegisters.all().memoranda(), RegisterEntries::memorandum);
    }

    /** 部门. */
    @GET
    @Path("departments")
    public RegisterPage<DepartmentEntryView> departments(@Context UriInfo uri) {
        return page(OperationId.READ_DEPARTMENTS, uri, readRegisters.all().departments(), RegisterEntries::department);
    }

    /** 办理事项, with the sectors and items that can be given. */
    @GET
    @Path("matters")
    public RegisterPage<MatterEntryView> matters(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        return page(
                OperationId.READ_MATTERS,
                uri,
                registers.matters(),
                matter -> RegisterEntries.matter(matter, registers));
    }

    /** 地区. */
    @GET
    @Path("regions")
    public RegisterPage<RegionEntryView> regions(@Context UriInfo uri) {
        return page(OperationId.READ_REGIONS, uri, readRegisters.all().regions(), RegisterEntries::region);
    }

    private <S, T> RegisterPage<T> page(
            OperationId operation, UriInfo uri, Map<String, S> register, Function<S, T> entry) {
        return RegisterPage.of(register, entry, contract.query(operation, uri.getQueryParameters()));
    }
}
