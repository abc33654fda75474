package org.xinheng.app.postgres;

/** What kind of process holds a data directory. */
public enum Occupant {
    /** The service: stays, and lets commands use its database. */
    SERVICE,
    /** A command of the jar: leaves by itself within moments, and shares with nobody. */
    COMMAND
}
