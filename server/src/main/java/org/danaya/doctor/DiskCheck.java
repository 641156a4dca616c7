package org.danaya.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;

/** Whether there is room, whether the disk keeps what it's told to keep, and who may read what. */
final class DiskCheck implements DoctorCheck {

    private static final long MEBIBYTE = 1 << 20;

    @Override
    public List<Finding> look(Patient patient) {
        Home home = patient.home();
        if (!Files.isDirectory(home.path())) {
            return List.of(Finding.unseen("home-missing", home.path()));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(space(patient));
            findings.add(synced(home));
            findings.add(permissions(home));
        } catch (IOException e) {
            findings.add(
                    Finding.wrong("home-unreadable", home.path(), String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private static Finding space(Patient patient) throws IOException {
        long free = Files.getFileStore(patient.home().path()).getUsableSpace();
        long reserve = patient.settings().get(StoreSettings.DISK_RESERVE);
        return free > 2 * reserve
                ? Finding.good("disk-space", free / MEBIBYTE)
                : Finding.wrong("disk-space-low", free / MEBIBYTE, reserve / MEBIBYTE);
    }

    private static Finding synced(Home home) throws IOException {
        Path probe = Files.createTempFile(home.path(), ".doctor", ".tmp");
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            long before = System.nanoTime();
            channel.write(ByteBuffer.wrap(new byte[] {1}));
            channel.force(true);
            return Finding.good("disk-sync", (System.nanoTime() - before) / 1_000_000.0);
        } catch (IOException e) {
            return Finding.wrong("disk-sync-failed", home.path(), String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Finding permissions(Home home) throws IOException {
        for (Path secret : List.of(home.data(), home.keys())) {
            if (Files.exists(secret)) {
                Set<PosixFilePermission> given = Files.getPosixFilePermissions(secret);
                given.removeAll(
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE));
                if (!given.isEmpty()) {
                    return Finding.wrong("permissions-open", secret);
                }
            }
        }
        return Finding.good("permissions");
    }
}
