package org.danaya.store;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with the installation's folder and its database. */
public enum StoreFault implements FaultCode {
    /** The home can't be made or written. Facts: the path, the reason. */
    HOME_UNUSABLE("store.home-unusable", FaultKind.UNAVAILABLE),
    /** Another program uses this home. Facts: the path, its process id. */
    HOME_IN_USE("store.home-in-use", FaultKind.CONFLICT),
    /** The embedded PostgreSQL doesn't start. Facts: the reason, the path of its log. */
    POSTGRES_FAILED("store.postgres-failed", FaultKind.UNAVAILABLE),
    /** The database was written by a newer program. Facts: the module, its version. */
    NEWER_DATA("store.newer-data", FaultKind.CONFLICT),
    /** A migration failed. Facts: the module, the reason. */
    MIGRATION_FAILED("store.migration-failed", FaultKind.INTERNAL);

    private final String code;
    private final FaultKind kind;

    StoreFault(String code, FaultKind kind) {
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
