package org.danaya.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Sha256;
import org.danaya.crypto.PassphraseSeal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup from its first byte to its last, and compares all of it with its manifest. A
 * reading that ends without a fault has authenticated every byte that it gave out.
 */
final class PartReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_JSON = 64 << 20;

    private final Path file;
    private final PartSink sink;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private Manifest.@Nullable Format format;
    private @Nullable Manifest manifest;

    private PartReader(Path file, PartSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reads a file, and gives its parts to a sink as they come. */
    static Manifest read(Path file, Secret passphrase, PartSink sink) {
        return new PartReader(file, sink).read(passphrase);
    }

    private Manifest read(Secret passphrase) {
        try (InputStream sealed =
                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return switch (PassphraseSeal.open(sealed, passphrase)) {
                case PassphraseSeal.OpenOutcome.Opened(InputStream content) -> readParts(content);
                case PassphraseSeal.OpenOutcome.WrongPassphrase() ->
                        throw new Fault(BackupFault.WRONG_PASSPHRASE, file);
                case PassphraseSeal.OpenOutcome.NoEnvelope(String _) ->
                        throw new Fault(BackupFault.NO_BACKUP, file);
            };
        } catch (IOException e) {
            throw new Fault(e, BackupFault.UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private Manifest readParts(InputStream content) {
        try (InputStream unzipped = new GZIPInputStream(content, BUFFER_BYTES);
                TarArchiveInputStream tar = new TarArchiveInputStream(unzipped, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                readPart(tar, entry.getName());
            }
            unzipped.transferTo(OutputStream.nullOutputStream());
            content.transferTo(OutputStream.nullOutputStream());
        } catch (Fault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e, String.valueOf(e.getMessage()));
        }
        return compared();
    }

    private void readPart(TarArchiveInputStream tar, String name) throws IOException {
        if (manifest != null) {
            throw damaged(null, name);
        }
        switch (name) {
            case "format.json" -> format = readable(parse(tar, Manifest.Format.class));
            case "manifest.json" -> manifest = parse(tar, Manifest.class);
            default -> {
                if (format == null) {
                    throw new Fault(BackupFault.NO_BACKUP, file);
                }
                pass(tar, name);
            }
        }
    }

    private Manifest.Format readable(Manifest.Format found) {
        if (found.format() > Manifest.FORMAT) {
            throw new Fault(BackupFault.NEWER, file, found.program());
        }
        return found;
    }

    private <T> T parse(InputStream in, Class<T> type) throws IOException {
        try {
            return json.readValue(in.readNBytes(LONGEST_JSON), type);
        } catch (JacksonException e) {
            throw damaged(e, type.getSimpleName());
        }
    }

    /** A table's parts count as one: their digest is the table's, their lines are its rows. */
    private void pass(InputStream in, String name) throws IOException {
        boolean table = name.startsWith("database/");
        String key = table ? name.substring(0, name.lastIndexOf('/') + 1) : name;
        MessageDigest digest = digests.computeIfAbsent(key, _ -> Sha256.begin());
        byte[] buffer = new byte[BUFFER_BYTES];
        long count = counts.getOrDefault(key, 0L);
        sink.begin(name);
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            count += table ? lines(buffer, read) : read;
            sink.write(buffer, read);
        }
        sink.end();
        counts.put(key, count);
    }

    private static long lines(byte[] buffer, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private Manifest compared() {
        Manifest found = manifest;
        if (found == null) {
            throw damaged(null, "manifest.json");
        }
        for (Manifest.Table table : found.tables()) {
            compare(table.folder(), table.rows(), table.sha256());
        }
        for (Manifest.File each : found.files()) {
            compare(each.path(), each.bytes(), each.sha256());
        }
        if (!digests.isEmpty()) {
            throw damaged(null, digests.keySet().iterator().next());
        }
        return found;
    }

    private void compare(String key, long count, String sha256) {
        MessageDigest digest = digests.remove(key);
        byte[] found = (digest == null ? Sha256.begin() : digest).digest();
        if (counts.getOrDefault(key, 0L) != count
                || !HexFormat.of().formatHex(found).equals(sha256)) {
            throw damaged(null, key);
        }
    }

    private Fault damaged(@Nullable Throwable cause, String what) {
        return new Fault(cause, BackupFault.DAMAGED, file, what);
    }
}
