package org.xinheng.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says to the service what no well-behaved client would, on a connection of its own. */
public final class RawHttp {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private RawHttp() {}

    /** The answer, head and body, as far as it comes. */
    public static String say(byte[] stated) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            Thread speaker = new Thread(() -> {
                try {
                    out.write(stated);
                    out.flush();
                } catch (IOException hungUp) {
                    // the service may hang up on an overlong body; what it said before counts
                }
            });
            speaker.start();
            return heard(socket.getInputStream());
        }
    }

    /** The same for a text that is sent as it stands. */
    public static String say(String stated) throws IOException {
        return say(stated.getBytes(StandardCharsets.UTF_8));
    }

    private static String heard(InputStream in) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.write(buffer, 0, read);
                if (whole(heard)) {
                    break;
                }
            }
        } catch (IOException reset) {
            // as above
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    private static boolean whole(ByteArrayOutputStream heard) {
        String text = heard.toString(StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, head));
        return length.find()
                ? text.length() - head - 4 >= Integer.parseInt(length.group(1))
                : text.endsWith("0\r\n\r\n");
    }
}
