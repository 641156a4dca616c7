package org.danaya.backup;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with a backup. */
public enum BackupFault implements FaultCode {
    /** The file is there already. Facts: its path. */
    EXISTS("backup.exists", FaultKind.CONFLICT),
    /** The backup can't be written. Facts: its path, the reason. */
    UNWRITABLE("backup.unwritable", FaultKind.UNAVAILABLE),
    /** The file can't be read. Facts: its path, the reason. */
    UNREADABLE("backup.unreadable", FaultKind.UNAVAILABLE),
    /** The file is no backup. Facts: its path. */
    NO_BACKUP("backup.no-backup", FaultKind.INVALID),
    /** The passphrase doesn't open the file. Facts: its path. */
    WRONG_PASSPHRASE("backup.wrong-passphrase", FaultKind.FORBIDDEN),
    /** The file was cut or changed. Facts: its path, what was found. */
    DAMAGED("backup.damaged", FaultKind.INVALID),
    /** A newer program wrote the backup. Facts: its path, that program's version. */
    NEWER("backup.newer", FaultKind.CONFLICT),
    /** The home to restore into isn't empty. Facts: its path. */
    HOME_NOT_EMPTY("backup.home-not-empty", FaultKind.CONFLICT),
    /** The database to restore into isn't empty. Facts: its address. */
    DATABASE_NOT_EMPTY("backup.database-not-empty", FaultKind.CONFLICT),
    /** The database can't be copied. Facts: the reason. */
    DATABASE_FAILED("backup.database-failed", FaultKind.UNAVAILABLE),
    /** No passphrase was given. No facts. */
    PASSPHRASE_MISSING("backup.passphrase-missing", FaultKind.INVALID),
    /** The passphrase is too short. Facts: the least number of characters. */
    PASSPHRASE_SHORT("backup.passphrase-short", FaultKind.INVALID),
    /** The two typed passphrases differ. No facts. */
    PASSPHRASE_DIFFERS("backup.passphrase-differs", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    BackupFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
