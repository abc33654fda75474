package org.xinheng.feed;

/** The form of a file that is handed in (文件格式). */
public enum FeedFormat {
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JSON_LINES("application/x-ndjson", "jsonl");

    private final String mediaType;
    private final String ending;

    FeedFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** Media type under which it comes and goes. */
    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends. */
    public String ending() {
        return ending;
    }
}
