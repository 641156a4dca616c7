package org.danaya.trust.status;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.danaya.base.ClientAddress;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeRequest;

/**
 * An OCSP responder of an example authority, without a network. Its clock begins now, because
 * foreign tools ask theirs, and a test moves it.
 */
final class TestResponder {

    static final int AUTHORITY = 7;
    static final Duration VALIDITY = Duration.ofHours(1);

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final TestHierarchy hierarchy = TestHierarchy.at(now.get());
    final StatusIndex index = new StatusIndex(true);
    final Standing standing = new Standing();
    final byte[] delegated;
    final OcspResponder engine;
    final OcspHttp http;

    TestResponder(boolean byName, boolean unknownRevoked) {
        TestHierarchy.Key key = TestHierarchy.Key.make("responder");
        delegated =
                hierarchy.issue(
                        "Example responder",
                        BigInteger.TWO,
                        key.publicKey(),
                        TestHierarchy.Use.RESPONDER);
        standing.issuers(
                new Issuers(List.of(Issuer.of(AUTHORITY, false, hierarchy.certificate()))));
        standing.responder(AUTHORITY, Responder.of(key, delegated, byName));
        engine =
                new OcspResponder(
                        index,
                        standing,
                        new AnswerCache(1 << 20),
                        new OcspPolicy(VALIDITY, unknownRevoked, Duration.ofMinutes(5)),
                        ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        http = new OcspHttp(engine);
        standing.knownAt(now.get().getEpochSecond());
    }

    /** A certificate whose status the responder knows. */
    byte[] holder(BigInteger serial, long word) {
        put(serial, word, 0);
        return hierarchy.issue(
                "Example holder",
                serial,
                TestHierarchy.Key.make("holder").publicKey(),
                TestHierarchy.Use.HOLDER);
    }

    void put(BigInteger serial, long word, long invalidity) {
        index.put(
                AUTHORITY,
                serial.toByteArray(),
                1,
                now.get().plus(Duration.ofDays(30)).getEpochSecond(),
                word,
                invalidity);
    }

    /** Moves the clock; the feed keeps up where told so. */
    void after(Duration time, boolean fed) {
        Instant later = now.updateAndGet(before -> before.plus(time));
        if (fed) {
            standing.knownAt(later.getEpochSecond());
        }
    }

    byte[] response(byte[] request) {
        return post(request).body();
    }

    EdgeAnswer post(byte[] request) {
        return http.answer(request("POST", "/ocsp", request));
    }

    EdgeAnswer get(String path) {
        return http.answer(request("GET", path, new byte[0]));
    }

    static EdgeRequest request(String method, String path, byte[] body) {
        return new EdgeRequest(
                method,
                path,
                "",
                _ -> Optional.empty(),
                body,
                new ClientAddress(InetAddress.getLoopbackAddress()));
    }
}
