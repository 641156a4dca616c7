package org.danaya.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.base.ProxySettings;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.crypto.KeySettings;
import org.danaya.crypto.Tokens;
import org.danaya.edge.Edge;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeSettings;
import org.danaya.log.LogSettings;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.status.StatusSettings;
import org.danaya.trust.timestamp.TimestampSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server of a bench, in a process of its own: log, authority, status and timestamps on an edge,
 * with PostgreSQL beside them on the same core. It prints {@code ready}, where it listens and how
 * long the start took, and ends with its standard input.
 *
 * <p>Arguments: how many certificates there are; a folder where it leaves the authority's
 * certificate; {@code list} to have them all revoked and the lists published.
 */
public final class TrustServer {

    private static final int ROUND = 100_000;

    private TrustServer() {}

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Settings settings = settings(Files.createTempDirectory("danaya-trust-bench-"));
        try (LogPlatform platform = LogPlatform.start(settings, "org.danaya.trust.authority")) {
            fill(platform, count, folder);
        }
        long start = System.nanoTime();
        try (LogPlatform platform =
                LogPlatform.start(
                        settings,
                        "org.danaya.trust.authority",
                        "org.danaya.trust.status",
                        "org.danaya.trust.timestamp")) {
            List<EdgeHandler> handlers = List.copyOf(platform.beans(EdgeHandler.class));
            while (!handlers.stream().allMatch(EdgeHandler::ready)) {
                Thread.sleep(5);
            }
            System.out.printf("start %.1f%n", (System.nanoTime() - start) / 1e9);
            if (arguments.length > 2) {
                lists(platform, count);
                return;
            }
            // Responder and unit come within a second or two.
            Path published = Path.of(settings.get(StoreSettings.HOME).toString(), "published");
            while (!filled(published.resolve("responder"))
                    || !filled(published.resolve("timestamp"))) {
                Thread.sleep(50);
            }
            Thread.sleep(2_000);
            try (Edge edge =
                    Edge.start(
                            settings,
                            Words.load(),
                            new SimpleMeterRegistry(),
                            new SecureRandom(),
                            handlers)) {
                System.out.println("ready " + edge.address());
                while (System.in.read() >= 0) {
                    // The other process ends it.
                }
            }
        }
    }

    private static boolean filled(Path folder) {
        String[] files = folder.toFile().list();
        return files != null && files.length > 0;
    }

    private static Settings settings(Path home) {
        List<Setting<?>> known =
                Stream.of(
                                StoreSettings.ALL,
                                LogSettings.ALL,
                                KeySettings.ALL,
                                EdgeSettings.ALL,
                                ProxySettings.ALL,
                                AuthoritySettings.ALL,
                                StatusSettings.ALL,
                                TimestampSettings.ALL)
                        .flatMap(List::stream)
                        .toList();
        return Settings.of(
                new ArrayList<>(known),
                Map.of(
                        "home",
                        home.toString(),
                        "edge-port",
                        "0",
                        "edge.requests-per-address",
                        "0",
                        "edge.connections-per-address",
                        "0"));
    }

    /** An authority with this many certificates, one in ten revoked; only their status is there. */
    private static void fill(LogPlatform platform, int count, Path folder) throws Exception {
        Authority authority =
                new BenchHierarchy(
                                platform.bean(Tokens.class).authorities(),
                                platform.bean(Profiles.class))
                        .register(platform.bean(Authorities.class), AuthorityKind.INFRASTRUCTURE);
        Infrastructure infrastructure = platform.bean(Infrastructure.class);
        for (String profile : List.of("ocsp", "timestamp")) {
            infrastructure.approve(
                    authority.id(), profile, "bench:example", Duration.ofDays(1_000), 1_000);
        }
        Files.write(folder.resolve("ca.cer"), authority.certificate());
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        for (int from = 0; from < count; from += ROUND) {
            jdbc.sql(
                            """
                            insert into authority.certificate (id, authority, serial, profile_id,
                                not_after, state, state_at, reason, change)
                            select n, ?, set_byte(decode(md5(n::text), 'hex'), 0, 77), p.id,
                                now() + interval '1 year', case when n % 10 = 0 then 2 else 0 end,
                                case when n % 10 = 0 then now() end,
                                case when n % 10 = 0 then 4 end, n
                            from generate_series(?, ?) n,
                                (select id from authority.profile where code = 'timestamp') p
                            """)
                    .params(authority.id(), from + 1, Math.min(count, from + ROUND))
                    .update();
        }
        jdbc.sql("select setval('authority.change', ?)").param(count + 1).query().singleRow();
    }

    /** How long it takes from the revocation of all to the lists on the disk. */
    private static void lists(LogPlatform platform, int count) throws Exception {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        update authority.certificate set state = 2, state_at = now(), reason = 4,
                            change = change + 2 * ?
                        """)
                .param(count)
                .update();
        long start = System.nanoTime();
        while (jdbc.sql("select count(*) from status.crl where entries >= ?")
                        .param(count)
                        .query(Integer.class)
                        .single()
                < 2) {
            Thread.sleep(20);
        }
        System.out.printf(
                "lists: two of %,d entries after %.1f s%n",
                count, (System.nanoTime() - start) / 1e9);
    }
}
