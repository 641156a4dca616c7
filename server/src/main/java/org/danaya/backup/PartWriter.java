package org.danaya.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.danaya.base.Sha256;

/** Writes the parts of a backup: a gzipped tar. */
final class PartWriter implements AutoCloseable {

    private final TarArchiveOutputStream tar;
    private final Instant made;

    PartWriter(OutputStream to, Instant made) throws IOException {
        this.made = made;
        tar = new TarArchiveOutputStream(new GZIPOutputStream(to, 1 << 16), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Writes a part from memory. */
    void write(String name, byte[] bytes, int length) throws IOException {
        begin(name, length);
        tar.write(bytes, 0, length);
        tar.closeArchiveEntry();
    }

    /** Writes a text. */
    void write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(name, bytes, bytes.length);
    }

    /** Writes a file; gives what the manifest says of it, or nothing if it is gone meanwhile. */
    Optional<Manifest.File> write(Path home, Path file) throws IOException {
        // The size is the open file's: another may take its name meanwhile.
        try (FileChannel channel = FileChannel.open(file);
                InputStream in = Channels.newInputStream(channel)) {
            MessageDigest digest = Sha256.begin();
            long length = channel.size();
            String name = home.relativize(file).toString();
            begin(name, length);
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was read");
                }
                tar.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                left -= read;
            }
            tar.closeArchiveEntry();
            return Optional.of(
                    new Manifest.File(name, length, HexFormat.of().formatHex(digest.digest())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void begin(String name, long length) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(length);
        entry.setMode(0600);
        entry.setModTime(made.toEpochMilli());
        tar.putArchiveEntry(entry);
    }
}
