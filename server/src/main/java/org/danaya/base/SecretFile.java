package org.danaya.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A secret that the operator gave by reference. As with a key of SSH, only its owner may have
 * rights to the file.
 */
public final class SecretFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    /** What a credential of systemd looks like: root's, with an access list for the service. */
    private static final Set<PosixFilePermission> CREDENTIAL =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ);

    private SecretFile() {}

    /**
     * The file's first line.
     *
     * @throws Fault {@link BaseFault#SECRET_OPEN}, {@link BaseFault#SECRET_UNREADABLE}
     */
    public static Secret read(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(rights) && !(rights.equals(CREDENTIAL) && isRoots(file))) {
                throw new Fault(BaseFault.SECRET_OPEN, file);
            }
            return Secret.of(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new Fault(e, BaseFault.SECRET_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRoots(Path file) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"))
                && Integer.valueOf(0).equals(Files.getAttribute(file, "unix:gid"));
    }
}
