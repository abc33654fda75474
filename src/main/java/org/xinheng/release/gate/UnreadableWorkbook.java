package org.xinheng.release.gate;

/** A file cannot be read as a workbook at all, whatever stands in it. */
public final class UnreadableWorkbook extends Exception {
    private static final long serialVersionUID = 1;

    private final String workbook;
    private final FindingCode why;

    public UnreadableWorkbook(String workbook, FindingCode why) {
        super(workbook + " cannot be read as a workbook: " + why);
        this.workbook = workbook;
        this.why = why;
    }

    /** Its name. */
    public String workbook() {
        return workbook;
    }

    /** What keeps it from being read. */
    public FindingCode why() {
        return why;
    }
}
