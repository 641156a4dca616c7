package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExternalPostgresTest {

    @TempDir Path folder;

    @Test
    void aFitDatabaseServesAnInstallationWithoutACluster() throws Exception {
        DatabaseAddress address = TestDatabase.empty();
        Path password = Files.writeString(folder.resolve("password"), address.password().reveal());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Settings settings =
                Settings.of(
                        StoreSettings.ALL,
                        Map.of(
                                "home",
                                folder.resolve("home").toString(),
                                "database.url",
                                address.url(),
                                "database.user",
                                address.user(),
                                "database.password-file",
                                password.toString()));
        try (Store store = Store.open(settings)) {
            Migrations.run(store.address().dataSource());
            assertThatCode(() -> Migrations.run(store.address().dataSource()))
                    .doesNotThrowAnyException();
            try (Visit visit = Visit.begin(settings)) {
                assertThat(visit.isRunning()).isTrue();
                assertThat(visit.address().url()).isEqualTo(address.url());
            }
        }
        assertThat(PostgresCluster.folder(Home.at(folder.resolve("home")))).doesNotExist();
    }

    @Test
    void aWrongPasswordIsSaid() {
        DatabaseAddress address = TestDatabase.empty();
        assertFault(
                StoreFault.DATABASE_REFUSES,
                new DatabaseAddress(address.url(), address.user(), Secret.of("wrong")));
    }

    @Test
    void aMissingDatabaseIsSaid() {
        assertFault(StoreFault.DATABASE_MISSING, TestDatabase.empty().database("there_is_no_such"));
    }

    @Test
    void aServerThatDoesNotAnswerIsSaid() throws Exception {
        try (Socket silent = new Socket()) {
            // Nobody else gets its port, and it listens to nobody.
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertFault(
                    StoreFault.DATABASE_UNREACHABLE,
                    new DatabaseAddress(
                            "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/danaya",
                            "x",
                            Secret.of("x")));
        }
    }

    @Test
    void aUserWithoutRightsIsSaid() {
        DatabaseAddress address = TestDatabase.empty();
        JdbcClient client = JdbcClient.create(address.dataSource());
        // A superuser keeps every right: that is no server to try this on.
        assumeFalse(
                client.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single(),
                "the server's user is a superuser");
        String database = client.sql("select current_database()").query(String.class).single();
        client.sql("revoke create on database " + database + " from current_user").update();
        assertFault(StoreFault.DATABASE_RIGHTS, address);
    }

    @Test
    void anotherEncodingIsSaid() {
        DatabaseAddress address = TestDatabase.empty();
        JdbcClient client = JdbcClient.create(address.dataSource());
        String name = "latin_" + ProcessHandle.current().pid();
        client.sql("create database " + name + " encoding 'LATIN1' locale 'C' template template0")
                .update();
        try {
            assertFault(StoreFault.DATABASE_ENCODING, address.database(name));
        } finally {
            client.sql("drop database " + name + " with (force)").update();
        }
    }

    private static void assertFault(StoreFault code, DatabaseAddress address) {
        assertThatThrownBy(() -> ExternalPostgres.check(address))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
