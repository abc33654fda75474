package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.release.Releases;
import org.xinheng.release.Timeline;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.EmptyWorkbooks;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Makes empty workbooks whose drop-downs offer what the registers in force today hold. */
@ApplicationScoped
public class MakeTemplates {

    private final Releases releases;
    private final EmptyWorkbooks emptyWorkbooks;
    private final Clock clock;

    MakeTemplates(Releases releases, EmptyWorkbooks emptyWorkbooks, Clock clock) {
        this.releases = releases;
        this.emptyWorkbooks = emptyWorkbooks;
        this.clock = clock;
    }

    /** One workbook of registers, and one of rows with their cases. */
    @Transactional
    public List<Workbook> make() {
        UUID inForce = new Timeline(releases.tenures())
                .on(BeijingTime.dayOf(clock.instant()))
                .tenure()
                .releaseId();
        try {
            return emptyWorkbooks.offering(
                    releases.workbook(inForce, Workbook.REGISTERS).orElseThrow());
        } catch (UnreadableWorkbook passedTheGate) {
            throw new IllegalStateException(passedTheGate);
        }
    }
}
