package org.xinheng.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into {@code xinheng-version.properties}. */
public class ProgramVersion implements IVersionProvider {
    /** One line: name and version. */
    static String text() {
        try (@Nullable InputStream in = ProgramVersion.class.getResourceAsStream("/xinheng-version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "xinheng " + properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new IllegalStateException("the version cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
