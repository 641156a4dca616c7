package org.danaya.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.Fault;

/**
 * Keeps a home for one program. The operating system frees the lock when the program dies, however
 * it dies, so there is never a stale one to remove.
 */
public final class HomeLock implements AutoCloseable {

    /**
     * The homes of this process. The system's lock is the process's, and closing any channel on the
     * file would free it: so a home that this process holds is never opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the home, or faults with {@link StoreFault#HOME_IN_USE}. */
    public static HomeLock take(Home home) {
        return tryTake(home)
                .orElseThrow(() -> new Fault(StoreFault.HOME_IN_USE, home.path(), holder(home)));
    }

    /** Takes the home, if no other program has it. */
    public static Optional<HomeLock> tryTake(Home home) {
        Path file = file(home);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = open(file);
            try {
                taken = channel.tryLock() != null;
                if (taken) {
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(ownPid()));
                }
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
            return taken ? Optional.of(new HomeLock(file, channel)) : Optional.empty();
        } catch (IOException e) {
            throw new Fault(
                    e, StoreFault.HOME_UNUSABLE, home.path(), String.valueOf(e.getMessage()));
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    /** The process id that the last holder wrote; {@code ?} where none did. */
    public static String holder(Home home) {
        if (HELD.contains(file(home))) {
            return Long.toString(ProcessHandle.current().pid());
        }
        try {
            return Files.readString(file(home)).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock's file can't be closed", e);
        } finally {
            HELD.remove(file);
        }
    }

    private static Path file(Home home) {
        return home.path().resolve("lock");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static byte[] ownPid() {
        return Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    }
}
