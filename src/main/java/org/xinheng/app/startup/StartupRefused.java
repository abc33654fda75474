package org.xinheng.app.startup;

/**
 * The process will not start, for a reason its operator can remove. The message is printed as it stands, without a
 * stack trace; it names the setting or file and what to do next.
 */
public final class StartupRefused extends RuntimeException {
    public StartupRefused(String message) {
        super(message);
    }

    public StartupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
