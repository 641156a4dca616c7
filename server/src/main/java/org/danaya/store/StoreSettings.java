package org.danaya.store;

import java.nio.file.Path;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of the store. */
public final class StoreSettings {

    /** The folder of the installation. */
    public static final Setting<Path> HOME = Setting.path("home", "./var");

    /** The JDBC address of an external PostgreSQL; the embedded one is used where absent. */
    public static final Setting<String> DATABASE_URL = Setting.text("database.url", null);

    /** The user of the external PostgreSQL. */
    public static final Setting<String> DATABASE_USER = Setting.text("database.user", "danaya");

    /** The file that holds the external PostgreSQL's password. */
    public static final Setting<Path> DATABASE_PASSWORD_FILE =
            Setting.secretFile("database.password-file");

    /** How many connections to PostgreSQL the program holds at most. */
    public static final Setting<Integer> DATABASE_CONNECTIONS =
            Setting.number("database.connections", 2, 200, 16);

    /** How much memory the embedded PostgreSQL takes as its cache. */
    public static final Setting<Long> DATABASE_MEMORY = Setting.bytes("database.memory", "128m");

    /** Below this much free space the program writes nothing. */
    public static final Setting<Long> DISK_RESERVE = Setting.bytes("store.disk-reserve", "256m");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(
                    HOME,
                    DATABASE_URL,
                    DATABASE_USER,
                    DATABASE_PASSWORD_FILE,
                    DATABASE_CONNECTIONS,
                    DATABASE_MEMORY,
                    DISK_RESERVE);

    private StoreSettings() {}
}
