package org.danaya.store;

import java.util.List;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings each module's schema to the version of this program.
 *
 * <p>A module's scripts lie in {@code db/MODULE}, its tables in the schema of its name, its history
 * in that schema. A newer program migrates older data; an older program refuses newer data.
 */
public final class Migrations {

    /** The modules that keep tables, each after those that it may use. */
    public static final List<String> MODULES = List.of("store", "jobs", "people", "access");

    private Migrations() {}

    /** Migrates every module, or faults at the first that can't be. */
    public static void run(DataSource source) {
        MODULES.forEach(module -> migrate(source, module));
    }

    private static void migrate(DataSource source, String module) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(source)
                        .schemas(module)
                        .locations("classpath:db/" + module)
                        .ignoreMigrationPatterns(new String[0])
                        .cleanDisabled(true)
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new Fault(e, StoreFault.NEWER_DATA, module, current(flyway));
        } catch (FlywayException e) {
            throw new Fault(e, StoreFault.MIGRATION_FAILED, module, String.valueOf(e.getMessage()));
        }
    }

    private static String current(Flyway flyway) {
        var current = flyway.info().current();
        return current == null ? "?" : String.valueOf(current.getVersion());
    }
}
