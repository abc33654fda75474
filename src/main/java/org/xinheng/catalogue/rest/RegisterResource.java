package org.xinheng.catalogue.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.rest.RegisterEntry.DepartmentEntry;
import org.xinheng.catalogue.rest.RegisterEntry.LegalBasisEntry;
import org.xinheng.catalogue.rest.RegisterEntry.ListKindEntry;
import org.xinheng.catalogue.rest.RegisterEntry.MatterEntry;
import org.xinheng.catalogue.rest.RegisterEntry.MeasureEntry;
import org.xinheng.catalogue.rest.RegisterEntry.MemorandumEntry;
import org.xinheng.catalogue.rest.RegisterEntry.RegionEntry;
import org.xinheng.catalogue.service.ReadRegisters;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.OperationId;

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
    public RegisterPage<LegalBasisEntry> legalBases(@Context UriInfo uri) {
        return page(
                OperationId.READ_LEGAL_BASES,
                uri,
                readRegisters.all().legalBases().values(),
                LegalBasisEntry::of);
    }

    /** 名单种类, with their grounds. */
    @GET
    @Path("list-kinds")
    public RegisterPage<ListKindEntry> listKinds(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<Ground>> grounds = readRegisters.groundsByListKind(registers);
        return page(
                OperationId.READ_LIST_KINDS,
                uri,
                registers.listKinds().values(),
                kind -> ListKindEntry.of(kind, grounds.getOrDefault(kind.code(), List.of())));
    }

    /** 措施, with the items of the measure list under which they are applied. */
    @GET
    @Path("measures")
    public RegisterPage<MeasureEntry> measures(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        Map<String, List<MeasureItem>> items = readRegisters.itemsByMeasure(registers);
        return page(
                OperationId.READ_MEASURES,
                uri,
                registers.measures().values(),
                measure -> MeasureEntry.of(measure, items.getOrDefault(measure.code(), List.of())));
    }

    /** 合作备忘录. */
    @GET
    @Path("memoranda")
    public RegisterPage<MemorandumEntry> memoranda(@Context UriInfo uri) {
        return page(
                OperationId.READ_MEMORANDA, uri, readRegisters.all().memoranda().values(), MemorandumEntry::of);
    }

    /** 部门. */
    @GET
    @Path("departments")
    public RegisterPage<DepartmentEntry> departments(@Context UriInfo uri) {
        return page(
                OperationId.READ_DEPARTMENTS,
                uri,
                readRegisters.all().departments().values(),
                DepartmentEntry::of);
    }

    /** 办理事项, with the sectors and items that can be given. */
    @GET
    @Path("matters")
    public RegisterPage<MatterEntry> matters(@Context UriInfo uri) {
        Registers registers = readRegisters.all();
        return page(
                OperationId.READ_MATTERS,
                uri,
                registers.matters().values(),
                matter -> MatterEntry.of(matter, registers));
    }

    /** 地区. */
    @GET
    @Path("regions")
    public RegisterPage<RegionEntry> regions(@Context UriInfo uri) {
        return page(OperationId.READ_REGIONS, uri, readRegisters.all().regions().values(), RegionEntry::of);
    }

    private <S, T extends RegisterEntry> RegisterPage<T> page(
            OperationId operation, UriInfo uri, Collection<S> rows, Function<S, T> entry) {
        return RegisterPage.of(rows.stream().map(entry).toList(), contract.query(operation, uri.getQueryParameters()));
    }
}
