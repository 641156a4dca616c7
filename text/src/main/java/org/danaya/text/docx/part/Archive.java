package org.danaya.text.docx.part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Xml;

/**
 * A Word file as the parts that it packs (ECMA-376 part 2). Only markup is kept; pictures, fonts
 * and programs are passed over.
 *
 * <p>Faults: {@code text.docx.old-word}, {@code text.docx.encrypted}, {@code text.docx.not-word},
 * {@code text.docx.zip}, {@code text.docx.large} (what, limit), {@code text.docx.entries} (limit).
 */
public final class Archive {

    /** Bytes of markup that are kept of one file. */
    private static final int MARKUP = 2 * Xml.LARGEST;

    private static final int CHUNK = 1 << 14;
    private static final Pattern SLASH = Pattern.compile("/");

    private final Map<String, byte[]> parts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Part.Budget budget;

    private Archive(Part.Budget budget) {
        this.budget = budget;
    }

    public static Archive open(byte[] file, Limits limits) {
        if (file.length > limits.bytes()) {
            throw new TextFault("text.docx.large", "", limits.bytes());
        }
        if (begins(file, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new TextFault(encrypted(file) ? "text.docx.encrypted" : "text.docx.old-word");
        }
        if (!begins(file, 'P', 'K')) {
            throw new TextFault("text.docx.not-word");
        }
        Archive archive = new Archive(new Part.Budget(limits.elements()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            archive.fill(zip, limits);
        } catch (IOException | IllegalArgumentException e) {
            boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
            TextFault fault = new TextFault(locked ? "text.docx.encrypted" : "text.docx.zip");
            fault.initCause(e);
            throw fault;
        }
        return archive;
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Word locks a file by packing it into one of the old kind ([MS-OFFCRYPTO] §2.3.4.4). */
    private static boolean encrypted(byte[] file) {
        String words = new String(file, StandardCharsets.ISO_8859_1);
        String name =
                new String(
                        "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                        StandardCharsets.ISO_8859_1);
        return words.contains(name);
    }

    private void fill(ZipInputStream zip, Limits limits) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long inflated = 0;
        long markup = 0;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > limits.entries()) {
                throw new TextFault("text.docx.entries", limits.entries());
            }
            String name = key(entry.getName());
            boolean kept = name.endsWith(".xml") || name.endsWith(".rels");
            ByteArrayOutputStream content = new ByteArrayOutputStream(kept ? CHUNK : 0);
            for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                inflated += read;
                if (inflated > limits.inflated()) {
                    throw new TextFault("text.docx.large", name, limits.inflated());
                }
                if (kept) {
                    markup += read;
                    if (content.size() + read > Xml.LARGEST || markup > MARKUP) {
                        throw new TextFault("text.docx.large", name, Xml.LARGEST);
                    }
                    content.write(chunk, 0, read);
                }
            }
            if (!names.add(name)) {
                throw new TextFault("text.docx.zip");
            }
            if (kept) {
                parts.put(name, content.toByteArray());
            }
        }
        if (entries == 0) {
            throw new TextFault("text.docx.zip");
        }
    }

    /** Names of parts know no case (ECMA-376 part 2 §6.2.2.3). */
    private static String key(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    public boolean has(String name) {
        return names.contains(key(name));
    }

    /** Whether a name is that of an entry, whatever folder it is in. */
    public boolean hasFile(String file) {
        return names.stream().anyMatch(name -> name.equals(file) || name.endsWith("/" + file));
    }

    /** Whether a part is there as markup. */
    public boolean hasMarkup(String name) {
        return parts.containsKey(key(name));
    }

    /** A part's bytes. */
    public byte[] bytes(String name) {
        byte[] content = parts.get(key(name));
        if (content == null) {
            throw new TextFault("text.docx.part", name);
        }
        return content;
    }

    /** A part as elements, where it is there. */
    public Optional<Tag> part(String name) {
        return hasMarkup(name)
                ? Optional.of(Part.read(name, bytes(name), budget))
                : Optional.empty();
    }

    public Part.Budget budget() {
        return budget;
    }

    /** What a part is related to, by the relations' ids. */
    public Map<String, Relation> relations(String part) {
        int slash = part.lastIndexOf('/');
        String file = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        part(file).stream()
                .flatMap(root -> root.all("rel:Relationship"))
                .forEach(
                        one -> {
                            boolean outside = one.get("TargetMode").equals("External");
                            String target = one.get("Target");
                            relations.put(
                                    one.get("Id"),
                                    new Relation(
                                            one.get("Type"),
                                            outside ? target : resolved(part, target),
                                            outside));
                        });
        return relations;
    }

    /**
     * A relation to another part or to something outside.
     *
     * @param type an address of which the last word tells
     * @param target a part's name, or an address outside
     */
    public record Relation(String type, String target, boolean outside) {

        /** Whether it leads to a part of this kind. */
        public boolean is(String word) {
            return !outside && type.endsWith("/" + word);
        }
    }

    /** A target as a part's name; one that leads out of the file names no part. */
    private static String resolved(String part, String target) {
        Deque<String> path = new ArrayDeque<>();
        if (!target.startsWith("/")) {
            int slash = part.lastIndexOf('/');
            SLASH.splitAsStream(part.substring(0, Math.max(0, slash)))
                    .filter(step -> !step.isEmpty())
                    .forEach(path::addLast);
        }
        for (String step : SLASH.splitAsStream(target).toList()) {
            switch (step) {
                case "", "." -> {}
                case ".." -> path.pollLast();
                default -> path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
