package org.xinheng.release.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.SubmitRelease.Parcel;

/**
 * Reads the form of an upload. A file's part is named as the workbook is; where it bears another name, as browsers' forms
 * do, the name of the file counts: {@code registers.xlsx}, and any other one stands below {@code memoranda/}.
 */
final class UploadedParcel {
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String LEFT_OUT = "leftOut";
    private static final String ENDING = ".xlsx";

    private static final String DAY = "yyyy-MM-dd";

    private final List<Fault> faults = new ArrayList<>();
    private final List<Workbook> workbooks = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private @Nullable LocalDate effectiveFrom;

    private UploadedParcel() {}

    /**
     * What the form holds.
     *
     * @throws Refusal for a part that is no workbook and no field, and for a day that is none
     */
    static Parcel read(MultipartFormDataInput form) {
        UploadedParcel read = new UploadedParcel();
        form.getValues().forEach((name, values) -> values.forEach(value -> read.part(name, value)));
        if (!read.faults.isEmpty()) {
            throw new Refusal(read.faults);
        }
        return new Parcel(read.workbooks, read.leftOut, read.effectiveFrom);
    }

    private void part(String name, FormValue value) {
        if (value.isFileItem()) {
            try (InputStream bytes = value.getFileItem().getInputStream()) {
                workbooks.add(new Workbook(workbookName(name, value.getFileName()), bytes.readAllBytes()));
            } catch (IOException e) {
                throw new IllegalStateException("an uploaded part cannot be read back", e);
            }
        } else if (name.equals(LEFT_OUT)) {
            leftOut.add(value.getValue());
        } else if (name.equals(EFFECTIVE_FROM) && effectiveFrom == null) {
            effectiveFrom = day(value.getValue());
        } else {
            faults.add(Fault.at(
                    "/" + name,
                    ErrorCode.FIELD_UNKNOWN,
                    name,
                    Workbook.NAMES + ", " + EFFECTIVE_FROM + ", " + LEFT_OUT));
        }
    }

    /** As {@code date} of the contract: four digits of a year, no sign. */
    private @Nullable LocalDate day(String text) {
        try {
            if (text.length() == DAY.length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            // told below
        }
        faults.add(Fault.at("/" + EFFECTIVE_FROM, ErrorCode.FIELD_FORMAT, DAY));
        return null;
    }

    private static String workbookName(String part, @Nullable String file) {
        if (part.endsWith(ENDING) || file == null) {
            return part;
        }
        String bare = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return bare.equals(Workbook.REGISTERS) ? bare : Workbook.MEMORANDA + bare;
    }
}
