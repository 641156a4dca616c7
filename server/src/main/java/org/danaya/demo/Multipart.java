package org.danaya.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The body of a form with files (RFC 7578). */
final class Multipart {

    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a field. */
    void text(String name, String value) {
        part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    void file(String name, String filename, byte[] content) {
        part(
                "name=\"" + name + "\"; filename=\"" + filename + "\"",
                "Content-Type: application/octet-stream\r\n",
                content);
    }

    /** Its media type. */
    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole of it. */
    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(ascii("--" + boundary + "--\r\n"));
        return whole.toByteArray();
    }

    private void part(String disposition, String headers, byte[] content) {
        body.writeBytes(
                ascii(
                        "--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; "
                                + disposition
                                + "\r\n"
                                + headers
                                + "\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
