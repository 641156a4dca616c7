package org.danaya.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Home;
import org.danaya.store.Migrations;
import org.danaya.store.Store;
import org.danaya.store.StoreFault;
import org.danaya.store.StoreSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a backup back into an empty home. The whole file is authenticated before the home is
 * touched; a home that was filled only in part is marked, and no program starts on it.
 */
final class Restore {

    private final Clock clock;

    Restore(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was brought back.
     *
     * @param databaseSettingsLeftOut whether settings of the old machine's database became comments
     */
    record Restored(Manifest manifest, boolean databaseSettingsLeftOut) {}

    Restored run(Path file, Secret passphrase, Settings settings) {
        Home home = Home.at(settings.get(StoreSettings.HOME));
        requireEmpty(home);
        Manifest manifest = PartReader.read(file, passphrase, PartSink.NOWHERE);
        Migrations.requireOurs(manifest.migrations());
        try (Store store = Store.openUnfinished(settings)) {
            requireEmpty(store.address());
            boolean leftOut = fill(store, file, passphrase, manifest);
            Migrations.run(store.address().dataSource());
            new OperatorActTable(JdbcClient.create(store.address().dataSource()))
                    .insert(
                            BackupAct.RESTORED,
                            Backups.operator(),
                            "backup:" + file.getFileName(),
                            clock.instant());
            DurableFiles.replace(
                    home.restored(), note(manifest).getBytes(UTF_8), DurableFiles.OWNER_ONLY);
            home.markFinished();
            return new Restored(manifest, leftOut);
        } catch (IOException e) {
            throw new Fault(
                    e, StoreFault.HOME_UNUSABLE, home.path(), String.valueOf(e.getMessage()));
        }
    }

    private static boolean fill(Store store, Path file, Secret passphrase, Manifest manifest) {
        Map<String, String> versions = new HashMap<>();
        manifest.migrations()
                .forEach(
                        (module, history) ->
                                history.keySet().forEach(version -> versions.put(module, version)));
        Migrations.runTo(store.address().dataSource(), versions);
        try (DatabaseLoad load =
                new DatabaseLoad(store.address(), List.copyOf(versions.keySet()))) {
            load.begin();
            RestoreSink sink = new RestoreSink(store.home(), load, manifest);
            Manifest again = PartReader.read(file, passphrase, sink);
            if (!again.equals(manifest)) {
                throw new Fault(BackupFault.DAMAGED, file, "manifest.json");
            }
            boolean leftOut = sink.complete();
            load.commit(manifest.sequences());
            return leftOut;
        } catch (SQLException e) {
            throw new Fault(e, BackupFault.DATABASE_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private String note(Manifest manifest) {
        return "restored %s from a backup of %s\n".formatted(clock.instant(), manifest.made());
    }

    private static void requireEmpty(Home home) {
        if (Files.notExists(home.path())) {
            return;
        }
        try (Stream<Path> entries = Files.list(home.path())) {
            if (entries.findAny().isPresent()) {
                throw new Fault(BackupFault.HOME_NOT_EMPTY, home.path());
            }
        } catch (IOException e) {
            throw new Fault(
                    e, StoreFault.HOME_UNUSABLE, home.path(), String.valueOf(e.getMessage()));
        }
    }

    private static void requireEmpty(DatabaseAddress address) {
        try (Connection connection = address.dataSource().getConnection()) {
            if (!Migrations.histories(connection).isEmpty()) {
                throw new Fault(BackupFault.DATABASE_NOT_EMPTY, address.shownUrl());
            }
        } catch (SQLException e) {
            throw new Fault(e, BackupFault.DATABASE_FAILED, String.valueOf(e.getMessage()));
        }
    }
}
