package org.danaya.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Home;
import org.danaya.store.Migrations;
import org.danaya.store.Store;
import org.danaya.store.StoreFault;
import org.danaya.store.StoreSettings;
import org.danaya.store.TestDatabase;
import org.danaya.store.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private static final String TABLES =
            """
            create table store.parent (
                id bigint generated always as identity primary key,
                name text not null,
                doubled bigint generated always as (id * 2) stored);
            create table store.child (parent bigint references store.parent);
            create sequence store.numbers;
            create function store.keep() returns trigger language plpgsql as
                $$ begin raise exception 'never deleted'; end $$;
            create trigger keep before delete or truncate on store.child
                execute function store.keep();
            """;

    private static final List<BackupFault> DAMAGE =
            List.of(BackupFault.DAMAGED, BackupFault.WRONG_PASSPHRASE, BackupFault.NO_BACKUP);

    /** What stands before the sealed bytes. */
    private static final int HEADER_BYTES = 400;

    /** What stands after them: marks of ends, which say nothing, and the seal's tag among them. */
    private static final int ENDS_BYTES = 28;

    private static final int TAG_FROM_END = 22;
    private static final int TAG_BYTES = 16;

    private static final String UNDO =
            """
            drop table store.child;
            drop table store.parent;
            drop sequence store.numbers;
            drop function store.keep
            """;

    private static final String EVENT =
            """
            insert into store.event_publication
                    (id, listener_id, event_type, serialized_event, publication_date)
                values (gen_random_uuid(), 'an example', 'x', '{}', now())
            """;

    private static final Secret PASSPHRASE = Secret.of("une phrase assez longue, é");

    private final Backups backups = new Backups(Clock.systemUTC(), new SecureRandom());
    private Path folder;
    private Path file;
    private Path all;

    @BeforeAll
    void makeABackupWhileTheProgramRuns(@TempDir Path shared) throws Exception {
        folder = shared;
        Path home = folder.resolve("home");
        file = folder.resolve("backup.cms");
        all = folder.resolve("all.cms");
        try (Store store = Store.open(settings(home))) {
            Migrations.run(store.address().dataSource());
            fill(store);
            try (Visit visit = Visit.begin(settings(home))) {
                assertThat(visit.isRunning()).isTrue();
                backups.make(visit, all, PASSPHRASE);
                JdbcClient.create(store.address().dataSource()).sql(UNDO).update();
                backups.make(visit, file, PASSPHRASE);
            }
        }
    }

    @Test
    void aRestoredHomeHoldsWhatTheBackupHeld() throws Exception {
        Path home = folder.resolve("restored");
        Restore.Restored restored =
                new Restore(Clock.systemUTC()).run(file, PASSPHRASE, settings(home));
        assertThat(restored.databaseSettingsLeftOut()).isTrue();
        assertThat(home.resolve("danaya.conf"))
                .content()
                .contains("# database.user = x")
                .contains("port = 8085");
        assertThat(home.resolve("log/checkpoint")).hasContent("example.org/log\n1\n");
        assertThat(home.resolve("log/tile/0/000.p/1")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(permissions(home.resolve("log/tile/0/000.p/1"))).isEqualTo("rw-r--r--");
        assertThat(home.resolve("profiles/country.yaml")).hasContent("country: ML\n");
        assertThat(home.resolve("ceremonies/root-1/register.txt")).hasContent("list root\n");
        assertThat(home.resolve("keys/log/signing.key")).hasContent("a key, as an example");
        assertThat(permissions(home.resolve("keys/log/signing.key"))).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("keys/log"))).isEqualTo("rwx------");
        assertThat(Home.at(home).restored()).exists();
        try (Store store = Store.open(settings(home))) {
            assertThat(
                            JdbcClient.create(store.address().dataSource())
                                    .sql("select listener_id from store.event_publication")
                                    .query(String.class)
                                    .list())
                    .containsExactly("an example");
            assertThat(new OperatorActTable(JdbcClient.create(store.address().dataSource())).take())
                    .extracting(Act::type)
                    .containsExactly(BackupAct.MADE, BackupAct.RESTORED);
        }
    }

    @Test
    void aLoadedDatabaseHoldsTheSameRowsAndTheSameRules() throws Exception {
        DatabaseAddress address = TestDatabase.fresh();
        JdbcClient client = JdbcClient.create(address.dataSource());
        client.sql(TABLES).update();
        client.sql("insert into store.child select null").update();
        Manifest manifest = backups.check(all, PASSPHRASE);
        Home nowhere = Home.open(folder.resolve("nowhere"));
        try (DatabaseLoad load = new DatabaseLoad(address, Migrations.MODULES)) {
            load.begin();
            RestoreSink sink = new RestoreSink(nowhere, load, manifest);
            PartReader.read(all, PASSPHRASE, sink);
            sink.complete();
            load.commit(manifest.sequences());
        }
        assertThat(number(client, "select count(*) from store.parent")).isEqualTo(100_000);
        assertThat(
                        client.sql("select name from store.parent where id = 7")
                                .query(String.class)
                                .single())
                .isEqualTo("a\tb\nc\\d é ɛ");
        assertThat(number(client, "select doubled from store.parent where id = 7")).isEqualTo(14);
        assertThat(number(client, "select nextval('store.numbers')")).isEqualTo(43);
        assertThat(number(client, "insert into store.parent (name) values ('next') returning id"))
                .isEqualTo(100_001);
        assertThat(number(client, "select sum(parent) from store.child")).isEqualTo(1);
        assertThatThrownBy(() -> client.sql("insert into store.child values (999999999)").update())
                .hasMessageContaining("foreign key");
        assertThatThrownBy(() -> client.sql("delete from store.child").update())
                .hasMessageContaining("never deleted");
    }

    private static long number(JdbcClient client, String sql) {
        return client.sql(sql).query(Long.class).single();
    }

    @Test
    void opensslOpensIt() throws Exception {
        Path opened = folder.resolve("opened.tar.gz");
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "cms",
                                "-decrypt",
                                "-binary",
                                "-inform",
                                "DER",
                                "-in",
                                all.toString(),
                                "-out",
                                opened.toString(),
                                "-pwri_password",
                                PASSPHRASE.reveal())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes(), UTF_8);
        assertThat(openssl.waitFor()).as(said).isZero();
        Process tar =
                new ProcessBuilder("tar", "-tzf", opened.toString())
                        .redirectErrorStream(true)
                        .start();
        String names = new String(tar.getInputStream().readAllBytes(), UTF_8);
        assertThat(tar.waitFor()).as(names).isZero();
        assertThat(names.lines())
                .startsWith("format.json", "log/checkpoint")
                .contains("database/store.parent/000001", "keys/log/signing.key")
                .endsWith("manifest.json")
                .noneMatch(name -> name.contains("database.password"));
    }

    @Test
    void aSoundBackupChecks() {
        Manifest manifest = backups.check(all, PASSPHRASE);
        assertThat(manifest.migrations().keySet()).containsAll(Migrations.MODULES);
        assertThat(manifest.tables())
                .anyMatch(table -> table.name().equals("parent") && table.rows() == 100_000);
    }

    @Test
    void aWrongPassphraseIsSaid() {
        assertFault(
                BackupFault.WRONG_PASSPHRASE,
                () -> backups.check(file, Secret.of("une autre phrase secrète")));
    }

    @Test
    void aFlippedBitIsFoundOrChangesNothing() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(file);
        Manifest sound = backups.check(file, PASSPHRASE);
        Path damaged = folder.resolve("damaged.cms");
        for (int i = 0; i < 16; i++) {
            int place =
                    switch (i % 4) {
                        case 0 -> random.nextInt(HEADER_BYTES);
                        case 1 -> bytes.length - 1 - random.nextInt(30);
                        default -> random.nextInt(bytes.length);
                    };
            byte[] changed = bytes.clone();
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, changed);
            boolean tag =
                    place >= bytes.length - TAG_FROM_END
                            && place < bytes.length - TAG_FROM_END + TAG_BYTES;
            boolean sealed = tag || (place >= HEADER_BYTES && place < bytes.length - ENDS_BYTES);
            String what = "seed %d, byte %d of %d".formatted(seed, place, bytes.length);
            try {
                Manifest read = backups.check(damaged, PASSPHRASE);
                assertThat(sealed).as(what).isFalse();
                assertThat(read).as(what).isEqualTo(sound);
            } catch (Fault fault) {
                assertThat(fault.code()).as(what).isIn(DAMAGE);
            }
        }
    }

    @Test
    void aCutBackupIsFound() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.cms");
        for (int length :
                List.of(0, 10, 200, bytes.length / 2, bytes.length - 40, bytes.length - 1)) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> backups.check(cut, PASSPHRASE))
                    .as("length %d", length)
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isIn(DAMAGE));
        }
    }

    @Test
    void aDamagedBackupTouchesNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged2.cms"), bytes);
        Path home = folder.resolve("untouched");
        assertFault(
                BackupFault.DAMAGED,
                () -> new Restore(Clock.systemUTC()).run(damaged, PASSPHRASE, settings(home)));
        assertThat(home).doesNotExist();
    }

    @Test
    void aHomeThatIsNotEmptyIsLeftAlone() throws Exception {
        Path home = Files.createDirectory(folder.resolve("full"));
        Files.writeString(home.resolve("something"), "mine");
        assertFault(
                BackupFault.HOME_NOT_EMPTY,
                () -> new Restore(Clock.systemUTC()).run(file, PASSPHRASE, settings(home)));
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void aRestoreThatWasCutShortNeverStarts() throws Exception {
        Path home = folder.resolve("short");
        Files.createDirectories(home.resolve("data"));
        Files.createFile(home.resolve("data/restore-unfinished"));
        assertFault(StoreFault.HOME_UNFINISHED, () -> Store.open(settings(home)));
    }

    @Test
    void aBackupNeverReplacesAnother() throws Exception {
        Path other = Files.writeString(folder.resolve("other.cms"), "another");
        Path home = folder.resolve("home");
        try (Visit visit = Visit.begin(settings(home))) {
            assertThat(visit.isRunning()).isFalse();
            assertFault(BackupFault.EXISTS, () -> backups.make(visit, other, PASSPHRASE));
            Path second = folder.resolve("second.cms");
            backups.make(visit, second, PASSPHRASE);
            assertThat(permissions(second)).isEqualTo("rw-------");
            assertFault(
                    BackupFault.UNWRITABLE,
                    () -> backups.make(visit, folder.resolve("no/such/folder.cms"), PASSPHRASE));
        }
        assertThat(other).hasContent("another");
    }

    @Test
    void aFileThatIsNoBackupIsSaid() throws Exception {
        Path other = Files.writeString(folder.resolve("text.cms"), "Bonjour");
        assertFault(BackupFault.NO_BACKUP, () -> backups.check(other, PASSPHRASE));
        assertFault(
                BackupFault.UNREADABLE,
                () -> backups.check(folder.resolve("absent.cms"), PASSPHRASE));
    }

    private static void fill(Store store) throws SQLException, IOException {
        try (Connection connection = store.address().dataSource().getConnection()) {
            connection.createStatement().execute(TABLES);
            connection
                    .createStatement()
                    .execute(
                            """
                            insert into store.parent (name)
                                select case n when 7 then E'a\\tb\\nc\\\\d é ɛ'
                                    else md5(n::text) || md5(n::text || 'x') || repeat('-', 60) end
                                from generate_series(1, 100000) n;
                            insert into store.child values (1);
                            select setval('store.numbers', 42);
                            """);
            connection.createStatement().execute(EVENT);
        }
        Path home = store.home().path();
        Files.createDirectories(home.resolve("log/tile/0/000.p"));
        Files.writeString(home.resolve("log/checkpoint"), "example.org/log\n1\n");
        Files.write(home.resolve("log/tile/0/000.p/1"), new byte[] {1, 2, 3});
        Files.createDirectories(home.resolve("profiles"));
        Files.writeString(home.resolve("profiles/country.yaml"), "country: ML\n");
        Files.createDirectories(home.resolve("ceremonies/root-1"));
        Files.writeString(home.resolve("ceremonies/root-1/register.txt"), "list root\n");
        Files.createDirectories(home.resolve("keys/log"));
        Files.writeString(home.resolve("keys/log/signing.key"), "a key, as an example");
        Files.writeString(home.resolve("danaya.conf"), "port = 8085\ndatabase.user = x\n");
    }

    private static Settings settings(Path home) {
        return Settings.of(StoreSettings.ALL, Map.of("home", home.toString()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void assertFault(FaultCode code, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
