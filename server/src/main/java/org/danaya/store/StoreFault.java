package org.danaya.store;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with the installation's folder and its database. */
public enum StoreFault implements FaultCode {
    /** The home can't be made or written. Facts: the path, the reason. */
    HOME_UNUSABLE("store.home-unusable", FaultKind.UNAVAILABLE),
    /** A folder of the home belongs to another user. Facts: the path, its owner, who we are. */
    HOME_WRONG_OWNER("store.home-wrong-owner", FaultKind.UNAVAILABLE),
    /** There is no installation. Facts: the path. */
    HOME_MISSING("store.home-missing", FaultKind.UNKNOWN),
    /** A restore into this home was cut short. Facts: the path. */
    HOME_UNFINISHED("store.home-unfinished", FaultKind.CONFLICT),
    /** Another program uses this home. Facts: the path, its process id. */
    HOME_IN_USE("store.home-in-use", FaultKind.CONFLICT),
    /** The embedded PostgreSQL doesn't start. Facts: the reason, the path of its log. */
    POSTGRES_FAILED("store.postgres-failed", FaultKind.UNAVAILABLE),
    /** Root may not make the user namespace that PostgreSQL needs. Facts: the reason. */
    ROOT_REFUSED("store.root-refused", FaultKind.UNAVAILABLE),
    /** Another PostgreSQL made the cluster. Facts: its major version, the one we bring. */
    CLUSTER_VERSION("store.cluster-version", FaultKind.CONFLICT),
    /** The embedded database's password file can't be read. Facts: its path. */
    PASSWORD_LOST("store.password-lost", FaultKind.UNAVAILABLE),
    /** The external database doesn't answer. Facts: its address, the reason. */
    DATABASE_UNREACHABLE("store.database-unreachable", FaultKind.UNAVAILABLE),
    /** The external database refuses the user or password. Facts: its address, the user. */
    DATABASE_REFUSES("store.database-refuses", FaultKind.UNAVAILABLE),
    /** The external server has no such database. Facts: its address. */
    DATABASE_MISSING("store.database-missing", FaultKind.UNAVAILABLE),
    /** The external server is too old. Facts: its version, the least we take. */
    DATABASE_TOO_OLD("store.database-too-old", FaultKind.UNAVAILABLE),
    /** The external database isn't in UTF-8. Facts: its encoding. */
    DATABASE_ENCODING("store.database-encoding", FaultKind.UNAVAILABLE),
    /** The user may not make schemas in the external database. Facts: the user, the database. */
    DATABASE_RIGHTS("store.database-rights", FaultKind.UNAVAILABLE),
    /** The database was written by a newer program. Facts: the module, its version. */
    NEWER_DATA("store.newer-data", FaultKind.CONFLICT),
    /** A migration that was run isn't the one of this program. Facts: the module, its version. */
    OTHER_MIGRATION("store.other-migration", FaultKind.CONFLICT),
    /** A migration failed. Facts: the module, the reason. */
    MIGRATION_FAILED("store.migration-failed", FaultKind.INTERNAL),
    /** More ask at once than can be served in time: nothing was done. No facts. */
    BUSY("store.busy", FaultKind.UNAVAILABLE),
    /** The database is away for the moment. No facts. */
    DATABASE_UNAVAILABLE("store.database-unavailable", FaultKind.UNAVAILABLE),
    /** The database went away while it was told to commit: what was asked may be done or not. */
    OUTCOME_UNKNOWN("store.outcome-unknown", FaultKind.UNAVAILABLE),
    /** The disk is full or nearly: nothing is written until there is room again. No facts. */
    DISK_FULL("store.disk-full", FaultKind.UNAVAILABLE);

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
