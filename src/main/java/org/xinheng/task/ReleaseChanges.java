package org.xinheng.task;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Port: entries are looked at again when another release is in force. A row that it adds names agencies for entries that
 * have stood for long, and what a row brought that it no longer has is to be lifted; a recognition agreement may have
 * ended with it, or may end on another day. Happens in the running transaction of the one maker.
 */
public interface ReleaseChanges {
    /**
     * Has every entry that has not ended checked again, where the maker's last check was under another release. Under
     * the first release there is nothing to check again.
     *
     * @param release the release in force
     * @param today day on which it is, Asia/Shanghai
     */
    void under(UUID release, LocalDate today);
}
