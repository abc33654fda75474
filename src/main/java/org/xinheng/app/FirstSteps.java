package org.xinheng.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.xinheng.app.demonstration.Demonstration;
import org.xinheng.app.law.BackgroundWork;
import org.xinheng.app.law.FirstRelease;
import org.xinheng.decision.Decider;
import org.xinheng.decision.RuleBooks;

/** What must be there before the first request: law in force, and the demonstration where it is wanted. */
@Singleton
class FirstSteps {
    private final FirstRelease firstRelease;
    private final RuleBooks ruleBooks;
    private final BackgroundWork backgroundWork;
    private final Demonstration demonstration;
    private final RunMode runMode;
    private final Clock clock;

    FirstSteps(
            FirstRelease firstRelease,
            RuleBooks ruleBooks,
            BackgroundWork backgroundWork,
            Demonstration demonstration,
            RunMode runMode,
            Clock clock) {
        this.firstRelease = firstRelease;
        this.ruleBooks = ruleBooks;
        this.backgroundWork = backgroundWork;
        this.demonstration = demonstration;
        this.runMode = runMode;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(10) StartupEvent started) {
        if (!runMode.serving()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Decider.ZONE);
        firstRelease.ensure();
        ruleBooks.on(today); // compiled now, not at somebody's first request
        demonstration.load(today);
        backgroundWork.start();
    }
}
