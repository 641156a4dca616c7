package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.base.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The certificates that were issued here, to be looked up. */
@Service
public class Certificates {

    /** How long before its end a certificate expires soon, in the last third of its life. */
    public static final Duration SOON = Duration.ofDays(90);

    private static final int MOST = 100_000;

    private final CertificateTable table;
    private final Clock clock;

    Certificates(JdbcClient jdbc, Clock clock) {
        this.table = new CertificateTable(jdbc);
        this.clock = clock;
    }

    /** Those of a database, for a command. */
    public static Certificates in(DataSource source, Clock clock) {
        return new Certificates(JdbcClient.create(source), clock);
    }

    /** What a certificate is at a moment. */
    public enum Standing {
        /** It may be relied on. */
        GOOD,
        /** It may be relied on, and ends within {@link #SOON} and a third of its life. */
        EXPIRING,
        SUSPENDED,
        REVOKED,
        /** It ended without having been revoked. */
        EXPIRED;

        /** That of a certificate. */
        public static Standing of(Certificate certificate, Instant at) {
            return switch (certificate.state()) {
                case CertificateStatus.State.Revoked _ -> REVOKED;
                case CertificateStatus.State.Good _, CertificateStatus.State.Suspended _
                        when at.isAfter(certificate.notAfter()) ->
                        EXPIRED;
                case CertificateStatus.State.Suspended _ -> SUSPENDED;
                case CertificateStatus.State.Good _ -> endsSoon(certificate, at) ? EXPIRING : GOOD;
            };
        }

        private static boolean endsSoon(Certificate certificate, Instant at) {
            Duration left = Duration.between(at, certificate.notAfter());
            Duration life = Duration.between(certificate.notBefore(), certificate.notAfter());
            return left.compareTo(SOON) < 0 && left.compareTo(life.dividedBy(3)) < 0;
        }
    }

    /**
     * What somebody looks for.
     *
     * @param text part of the subject, or the whole serial number in hexadecimal; empty for any
     * @param profile the code of a profile
     * @param reach which structures' certificates are looked through; those of no structure belong
     *     to the whole platform
     */
    public record Search(
            String text, Optional<Standing> standing, Optional<String> profile, Reach reach) {}

    /** A certificate. */
    public Optional<Certificate> find(long id) {
        return table.find(id);
    }

    /**
     * A certificate.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_CERTIFICATE}
     */
    public Certificate get(long id) {
        return find(id).orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_CERTIFICATE));
    }

    /** Those of a serial number, of whatever authority. */
    public List<Certificate> ofSerial(byte[] serial) {
        return table.ofSerial(serial);
    }

    /** The certificate that answers a request. */
    public Optional<Certificate> ofRequest(UUID request) {
        return table.ofRequest(request);
    }

    /** The certificates that answer requests, by the requests. */
    public Map<UUID, Certificate> ofRequests(List<UUID> requests) {
        return table.ofRequests(requests).stream()
                .collect(
                        Collectors.toMap(
                                certificate -> certificate.request().orElseThrow(),
                                Function.identity()));
    }

    /** Those of a person, the newest first. */
    public List<Certificate> ofHolder(UUID account) {
        return table.ofHolder(account);
    }

    /** How many a search finds. */
    public long count(Search search) {
        return table.count(search, clock.instant());
    }

    /**
     * Some of what a search finds.
     *
     * @param orderBy {@link #BY_END} or {@link #BY_SUBJECT}, with {@code desc} behind it where it
     *     is turned; empty for the newest first
     */
    public List<Certificate> find(Search search, String orderBy, long skipped, int most) {
        return table.find(search, clock.instant(), orderBy, skipped, Math.min(most, MOST));
    }

    /** Some of what a search finds, the newest first, before a certificate's id or from the top. */
    public List<Certificate> find(Search search, Optional<Long> before, int most) {
        return table.find(search, clock.instant(), before, Math.min(most, MOST));
    }

    /** Orders by the last second. */
    public static final String BY_END = "c.not_after";

    /** Orders by the subject. */
    public static final String BY_SUBJECT = "b.subject";

    /**
     * Those that may be relied on and end within two moments, the first to end first.
     *
     * @param from not included
     * @param to included
     */
    public List<Certificate> ending(Instant from, Instant to, int most) {
        return table.ending(from, to, most);
    }

    /** The SHA-256 of every certificate in a database, in hexadecimal, for an audit. */
    public static Set<String> hashes(DataSource source) {
        Set<String> hashes = new HashSet<>();
        JdbcClient.create(source)
                .sql("select sha256 from authority.certificate_body")
                .query(
                        row -> {
                            hashes.add(Hex.of(row.getBytes(1)));
                        });
        return hashes;
    }
}
