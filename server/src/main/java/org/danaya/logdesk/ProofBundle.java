package org.danaya.logdesk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.danaya.base.Sha256;
import org.danaya.verify.Opening;
import org.danaya.verify.Policy;

/**
 * A ZIP with openings and the files that they commit to: what a structure takes away of what became
 * of its observation. Each opening is checked, and of each other file that the content of one of
 * them names its SHA-256, in hexadecimal, after a word: {@code words e3b0…}. Keeps nothing.
 */
final class ProofBundle {

    /** How large a file may be, and all of them when they are unpacked. */
    static final int MOST_BYTES = 16 << 20;

    private static final int MOST_FILES = 100;

    private ProofBundle() {}

    /**
     * What came of it.
     *
     * @param openings what came of each, by its name
     * @param files the word by which an opening that is proven commits to each other file; nothing
     *     where none does
     */
    record Checked(Map<String, ProofCheck.Result> openings, Map<String, Optional<String>> files) {

        /** Whether all is proven, and there is something. */
        boolean proven() {
            return !openings.isEmpty()
                    && openings.values().stream()
                            .allMatch(ProofCheck.Result.Proven.class::isInstance)
                    && files.values().stream().allMatch(Optional::isPresent);
        }

        /** Whether an opening, or a file beside them, is refused. */
        boolean refused() {
            return openings.isEmpty()
                    || openings.values().stream()
                            .anyMatch(ProofCheck.Result.Refused.class::isInstance)
                    || files.values().stream().anyMatch(Optional::isEmpty);
        }
    }

    /** Whether a file is a ZIP. */
    static boolean isOne(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /**
     * Checks one.
     *
     * @throws IOException where it can't be unpacked, or is too large
     */
    static Checked check(byte[] zip, Policy policy) throws IOException {
        Map<String, ProofCheck.Result> openings = new LinkedHashMap<>();
        Map<String, byte[]> others = new LinkedHashMap<>();
        unpacked(zip)
                .forEach(
                        (name, bytes) -> {
                            if (name.endsWith(Opening.FILE_EXTENSION)) {
                                openings.put(name, ProofCheck.check(bytes, null, policy));
                            } else {
                                others.put(name, bytes);
                            }
                        });
        List<String> said = new ArrayList<>();
        for (ProofCheck.Result each : openings.values()) {
            if (each instanceof ProofCheck.Result.Proven proven) {
                proven.content()
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .ifPresent(content -> said.addAll(content.lines().toList()));
            }
        }
        Map<String, Optional<String>> files = new LinkedHashMap<>();
        others.forEach((name, bytes) -> files.put(name, committed(said, Sha256.hexOf(bytes))));
        return new Checked(openings, files);
    }

    private static Optional<String> committed(List<String> said, String hash) {
        return said.stream()
                .filter(line -> line.endsWith(" " + hash))
                .map(line -> line.substring(0, line.length() - hash.length() - 1))
                .findFirst();
    }

    /** Both ways in which programs unpack a ZIP must give the same: one of them is the reader's. */
    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> streamed = streamed(zip);
        Map<String, byte[]> listed = listed(zip);
        boolean same =
                streamed.keySet().equals(listed.keySet())
                        && streamed.entrySet().stream()
                                .allMatch(
                                        each ->
                                                Arrays.equals(
                                                        each.getValue(),
                                                        listed.get(each.getKey())));
        if (!same) {
            throw new IOException("unpacked in two ways, it has different files");
        }
        return streamed;
    }

    /** From the first byte on. */
    private static Map<String, byte[]> streamed(byte[] zip) throws IOException {
        Unpacking unpacking = new Unpacking();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpacking.add(entry.getName(), entry.isDirectory(), in);
            }
        }
        return unpacking.files;
    }

    /** By the list at its end. */
    private static Map<String, byte[]> listed(byte[] zip) throws IOException {
        Unpacking unpacking = new Unpacking();
        try (ZipFile in = ZipFile.builder().setByteArray(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                try (InputStream content = in.getInputStream(entry)) {
                    unpacking.add(entry.getName(), entry.isDirectory(), content);
                }
            }
        } catch (RuntimeException e) {
            // Whatever the reader makes of broken bytes, they are no archive.
            throw new IOException(e.getMessage(), e);
        }
        return unpacking.files;
    }

    /** What was unpacked so far. */
    private static final class Unpacking {

        final Map<String, byte[]> files = new LinkedHashMap<>();
        private int left = MOST_BYTES;

        void add(String name, boolean folder, InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0
                    || files.size() == MOST_FILES
                    || (!folder && files.put(name, bytes) != null)
                    || (folder && bytes.length > 0)) {
                throw new IOException("too large, or a name twice");
            }
        }
    }
}
