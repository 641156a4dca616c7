package org.danaya.trust.validation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a container once within limits, and looks at the names of what is in it and at its XML.
 */
final class ZipScreen {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 100L << 20;
    private static final int MOST_RATIO = 200;
    private static final int RATIO_FROM = 1 << 20;
    private static final int MOST_XML = 20 << 20;

    private ZipScreen() {}

    static Screening look(SignedFile file) {
        Set<String> names = new HashSet<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                String name = entry.getName();
                if (name.isEmpty()) {
                    return Screening.Stopped.because(Refusal.ZIP_BROKEN);
                }
                if (leadsOut(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
                    return Screening.Stopped.because(Refusal.ZIP_NAMES, shown(name));
                }
                if (names.size() > MOST_ENTRIES) {
                    return Screening.Stopped.because(Refusal.ZIP_BOMB);
                }
                boolean xml = name.endsWith(".xml");
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                long size = 0;
                byte[] buffer = new byte[16_384];
                for (int read; (read = zip.read(buffer)) > 0; ) {
                    size += read;
                    total += read;
                    if (total > MOST_BYTES
                            || (total > RATIO_FROM && total / file.size() > MOST_RATIO)
                            || (xml && size > MOST_XML)) {
                        return Screening.Stopped.because(Refusal.ZIP_BOMB);
                    }
                    if (xml) {
                        kept.write(buffer, 0, read);
                    }
                }
                if (xml
                        && XmlScreen.look(kept.toByteArray()) instanceof Screening.Stopped stopped
                        && (name.startsWith("META-INF/") || stopped.why() == Refusal.XML_HUGE)) {
                    return stopped;
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            return Screening.Stopped.because(Refusal.ZIP_BROKEN);
        }
        return names.isEmpty() || !agrees(file, names.size())
                ? Screening.Stopped.because(Refusal.ZIP_BROKEN)
                : Screening.Passed.of(FileKind.CONTAINER);
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || Arrays.asList(name.split("/", -1)).contains("..");
    }

    /**
     * The directory at the end names as many entries as there are: two readers of one file, one
     * that goes by the directory and one that goes by the entries, must see the same.
     */
    private static boolean agrees(SignedFile file, int entries) {
        byte[] bytes = file.bytes();
        for (int at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
            if (file.at(at, "PK\u0005\u0006")) {
                return ((bytes[at + 10] & 0xff) | (bytes[at + 11] & 0xff) << 8) == entries;
            }
        }
        return false;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "�");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
