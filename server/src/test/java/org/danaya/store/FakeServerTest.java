package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another user of the machine may try against the embedded server. */
class FakeServerTest {

    /** AuthenticationCleartextPassword of PostgreSQL's protocol. */
    private static final byte[] ASK_IN_CLEAR = {'R', 0, 0, 0, 8, 0, 0, 0, 3};

    @BeforeEach
    void requireOurOwnServer() {
        assumeTrue(TestDatabase.external().isEmpty(), "the tests run on a server that isn't ours");
    }

    @Test
    void aServerThatAsksForThePasswordInClearIsNotToldIt() throws Exception {
        DatabaseAddress real = TestDatabase.fresh();
        try (ServerSocket fake = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> hear(fake));
            DatabaseAddress taken =
                    new DatabaseAddress(
                            real.url().replaceFirst(":\\d+/", ":" + fake.getLocalPort() + "/"),
                            real.user(),
                            real.password());
            assertThatThrownBy(() -> taken.dataSource().getConnection())
                    .isInstanceOf(SQLException.class);
            assertThat(new String(heard.get(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(real.password().reveal());
        }
    }

    @Test
    void theProgramsRoleReadsNoFilesAndRunsNothing() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
        assertThatThrownBy(
                        () -> jdbc.sql("select pg_read_file('/etc/hostname')").query().singleRow())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("copy (select 1) to program 'id'").update())
                .hasStackTraceContaining("permission denied");
        assertThat(
                        jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    /** Everything that is said after the password was asked for. */
    private static byte[] hear(ServerSocket fake) {
        try (Socket client = fake.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.skipNBytes(in.readInt() - 4L);
            out.write(ASK_IN_CLEAR);
            out.flush();
            client.setSoTimeout(5000);
            return in.readAllBytes();
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
