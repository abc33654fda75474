package org.xinheng.app.startup;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may set, apart from what belongs to one feature alone; {@code src/docs/operations.md} lists every
 * setting with its default.
 */
@ConfigMapping(prefix = "xinheng")
public interface ServiceSettings {
    /** Folder of the embedded database; read before Quarkus starts. */
    @WithDefault("data")
    String dataDir();

    /** File with the service's keys; required with an outside database, the same on all nodes. */
    Optional<String> keysFile();

    /** {@code false} leaves out the demonstration; it exists on the embedded database only. */
    Optional<Boolean> demonstration();

    /** Of the log. */
    LogSettings log();

    /** Of feeds. */
    FeedSettings feeds();

    /** Of administrative acts. */
    ActSettings acts();

    /** Of the life of a release. */
    ReleaseSettings release();

    /** Of requests in general. */
    BodySettings http();

    /** Of uploads of workbooks. */
    WorkbookSettings releases();

    /** Of readers without a key. */
    @WithName("public")
    PublicSettings everybody();

    /** Of the search of decisions. */
    SearchSettings search();

    /** Of the log. */
    interface LogSettings {
        /** Name of the log in checkpoints and receipts; the same on all nodes, never changed afterwards. */
        @WithDefault("xinheng.local/log")
        String origin();

        /** {@code ed25519}, {@code sm2} (with SM3) or {@code both}. */
        @WithDefault("ed25519")
        String signature();

        /** How often appended entries get their positions. */
        @WithDefault("1S")
        Duration interval();
    }

    /** Of feeds. */
    interface FeedSettings {
        /** Share of a list above which a full feed waits for a person before it ends entries. */
        @WithDefault("0.1")
        double fullRemovalShareMax();

        /** Largest feed that is judged while its sender waits; larger ones are processed in the background. */
        @WithDefault("4M")
        MemorySize atOnceMax();

        /** How long the file of a batch is kept beside its report. */
        @WithDefault("30d")
        Duration keepFiles();
    }

    /** Of administrative acts. */
    interface ActSettings {
        /** Working days from the decision within which an act is due (双公示, 国发〔2016〕33号第十七项). */
        @WithDefault("7")
        int publicityWorkingDays();
    }

    /** Of the life of a release. */
    interface ReleaseSettings {
        /** Share of changed answers above which a second person must approve, as where nobody has counted. */
        @WithDefault("0.05")
        BigDecimal secondApproverAbove();

        /**
         * {@code true}: the jar checks a draft in a process of its own; {@code false}, or where the service does not
         * run from the jar: in the service.
         */
        @WithDefault("true")
        boolean gateApart();

        /** Largest heap of that process: room for it beside the service's own. */
        @WithDefault("1536m")
        String gateHeap();

        /** How long a check may take before its process is ended and begun again. */
        @WithDefault("30M")
        Duration gateLongest();
    }

    /** Of requests in general. */
    interface BodySettings {
        /** Largest body of a request that is neither a feed nor the workbooks of a release. */
        @WithDefault("4M")
        MemorySize bodyMax();
    }

    /** Of uploads of workbooks. */
    interface WorkbookSettings {
        /** Largest body with the workbooks of a release. */
        @WithDefault("64M")
        MemorySize bodyMax();
    }

    /** Of readers without a key. */
    interface PublicSettings {
        /** Requests a second that one address gets on one node without a key. */
        @WithDefault("20")
        int requestsPerSecond();

        /** Requests a second that all addresses together get on one node without a key. */
        @WithDefault("200")
        int requestsPerSecondTogether();
    }

    /** Of the search of decisions. */
    interface SearchSettings {
        /** How often new decisions are made searchable. */
        @WithDefault("30S")
        Duration interval();
    }
}
