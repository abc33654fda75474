package org.xinheng.app.startup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The file with the service's keys ({@code XINHENG_KEYS_FILE}), a properties file that only the account of the service
 * may read. Each key is 32 random bytes in Base64 (RFC 4648). All nodes over one database share one file: without it
 * nothing that names a person can be read or found again.
 */
public final class KeysFile {
    private static final int KEY_BYTES = 32;
    private static final String SETTING = "`XINHENG_KEYS_FILE`";
    private static final String COMMENT = """
            # The keys of Xinheng. Keep a copy apart from the backup of the database, and let nobody else read this.
            # encryption: AES-256-GCM; lookup: HMAC-SHA-256; signing: Ed25519 seed
            """;

    private KeysFile() {}

    /**
     * Reads the keys.
     *
     * @throws StartupRefused when the file is missing, cannot be read, may be read by others, or is malformed
     */
    public static ServiceKeys read(Path file) {
        try {
            if (PrivateFile.isOpenToOthers(file)) {
                throw refusal(file, "may be read or changed by others; take that right away with `chmod 600`");
            }
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new ServiceKeys(
                    key(file, properties, "encryption"),
                    key(file, properties, "lookup"),
                    key(file, properties, "signing"));
        } catch (NoSuchFileException e) {
            throw refusal(
                    file,
                    "does not exist; put it back from its copy, or for a new database make one with " + "`keys-file`");
        } catch (IOException | IllegalArgumentException e) {
            throw refusal(file, "cannot be read as properties (" + e + "); make it readable for the service");
        }
    }

    /** Writes new random keys (mode 600), unless the file is there already: then it is left as it is. */
    public static void createIfMissing(Path file) {
        try {
            create(file);
        } catch (FileAlreadyExistsException unchanged) {
            // a start that was cut off before its database was made
        } catch (IOException e) {
            throw refusal(file, "cannot be written (" + e + "); make its folder writable");
        }
    }

    /**
     * Writes new random keys (mode 600).
     *
     * @throws FileAlreadyExistsException when the file is there already
     */
    public static void create(Path file) throws IOException {
        var random = new SecureRandom();
        PrivateFile.writeNew(
                file,
                COMMENT
                        + "encryption=" + randomKey(random) + '\n'
                        + "lookup=" + randomKey(random) + '\n'
                        + "signing=" + randomKey(random) + '\n');
    }

    private static String randomKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] key(Path file, Properties properties, String name) {
        @Nullable String text = properties.getProperty(name);
        if (text == null) {
            throw refusal(file, "has no line `" + name + "=…`; put the file back from its copy");
        }
        byte[] key = decoded(text);
        if (key.length != KEY_BYTES) {
            throw refusal(
                    file,
                    "has no good key at `" + name + "`: " + KEY_BYTES
                            + " bytes in Base64 are wanted; put the file back from its copy");
        }
        return key;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static StartupRefused refusal(Path file, String what) {
        return new StartupRefused("the keys file `" + file + "` (" + SETTING + ") " + what);
    }
}
