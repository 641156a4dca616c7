package org.danaya.text.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The one thing that LibreOffice 7.4 gets wrong and that no way of writing the file was found to
 * spare it: it forgets that the mark of the paragraph is tracked that calls the first footnote of
 * all. Where that is in a row that comes or goes, and isn't the last paragraph of its cell, an
 * empty row is left.
 */
final class FirstNote {

    private FirstNote() {}

    /** The way in which LibreOffice leaves a row, or empty. */
    static String spoils(byte[] file) {
        String text = text(file);
        int call = text.indexOf("<w:footnoteReference ");
        int row = text.lastIndexOf("<w:tr>", call);
        if (call < 0 || row < 0 || text.lastIndexOf("</w:tr>", call) > row) {
            return "";
        }
        String properties = text.substring(row, text.indexOf("</w:trPr>", row));
        boolean last = text.startsWith("</w:tc>", text.indexOf("</w:p>", call) + 6);
        if (last) {
            return "";
        }
        return properties.contains("<w:del ")
                ? "accepted"
                : properties.contains("<w:ins ") ? "rejected" : "";
    }

    private static String text(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no text");
    }
}
