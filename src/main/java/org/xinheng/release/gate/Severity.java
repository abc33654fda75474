package org.xinheng.release.gate;

/** How grave a finding is: an error keeps a release out, a warning and a hint do not. */
public enum Severity {
    ERROR,
    WARNING,
    HINT
}
