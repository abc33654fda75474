package org.xinheng.task;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Port: entries of partner regions are looked at again when another release is in force, since their agreement may have
 * ended with it, or may end on another day. Happens in the running transaction of the one maker.
 */
public interface AgreementLooks {
    /**
     * Has every recognised entry looked at again, where the maker last looked under another release.
     *
     * @param release the release in force
     */
    void under(UUID release, LocalDate today);
}
