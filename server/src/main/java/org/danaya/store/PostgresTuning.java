package org.danaya.store;

import java.util.List;
import org.danaya.base.Settings;

/**
 * How the embedded server is set up. No setting turns off what durability rests on.
 *
 * @param memoryBytes the memory that it shares out as its cache
 * @param connections how many connections the program may hold
 * @param durable whether what is confirmed is on disk; false for data that are thrown away, in
 *     tests
 */
record PostgresTuning(long memoryBytes, int connections, boolean durable) {

    static final PostgresTuning DEFAULT = new PostgresTuning(128L << 20, 48, true);

    /** Connections beside the program's own: commands of the operator, and PostgreSQL's rescue. */
    private static final int SPARE = 16;

    static PostgresTuning of(Settings settings) {
        return new PostgresTuning(
                settings.get(StoreSettings.DATABASE_MEMORY),
                settings.get(StoreSettings.DATABASE_CONNECTIONS),
                true);
    }

    /** The options of {@code postgres -c}. */
    List<String> options(int port) {
        String durability = durable ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + (connections + SPARE),
                "shared_buffers=" + (memoryBytes >> 10) + "kB",
                "max_wal_size=512MB",
                "jit=off",
                "io_workers=1",
                "autovacuum_worker_slots=3",
                "autovacuum_max_workers=2",
                "max_worker_processes=4",
                "wal_level=minimal",
                "max_wal_senders=0",
                "fsync=" + durability,
                "synchronous_commit=" + durability,
                "full_page_writes=" + durability,
                "restart_after_crash=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                // A value that breaks a constraint may be personal: the log doesn't repeat it.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }
}
