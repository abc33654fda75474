package org.xinheng.release.store;

/** Where nodes hear of each other's steps ({@code LISTEN} and {@code NOTIFY}). */
public final class AnnouncementChannel {
    /** Name of the channel in the database. */
    public static final String NAME = "xinheng_releases";

    private AnnouncementChannel() {}
}
