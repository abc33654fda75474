package org.xinheng.bench;

import java.lang.management.ManagementFactory;

/** What the numbers were measured on. */
final class Machine {
    private Machine() {}

    static String words() {
        return "%d cores, Java %s (%s), %s, load before the run %.2f"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
