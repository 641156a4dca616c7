package org.danaya.backup;

import java.nio.file.Path;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of backups. */
public final class BackupSettings {

    /** The file that holds the passphrase, for backups that nobody attends. */
    public static final Setting<Path> PASSPHRASE_FILE =
            Setting.secretFile("backup.passphrase-file");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(PASSPHRASE_FILE);

    private BackupSettings() {}
}
