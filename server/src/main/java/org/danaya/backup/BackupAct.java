package org.danaya.backup;

import org.danaya.base.ActType;

/** What operators do with the whole of an installation. */
public enum BackupAct implements ActType {
    /** Everything, private keys included, was copied into an encrypted file. */
    MADE("backup.made"),
    /** This installation was brought back from a backup. */
    RESTORED("backup.restored");

    private final String code;

    BackupAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static BackupAct of(String code) {
        for (BackupAct act : values()) {
            if (act.code.equals(code)) {
                return act;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
