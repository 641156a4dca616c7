package org.danaya.trust.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;
import org.jspecify.annotations.Nullable;

/** OCSP over HTTP (RFC 6960 appendix A, RFC 5019 §5). */
final class OcspHttp implements EdgeHandler {

    private static final String PREFIX = "/ocsp";

    /** {@link OcspRequest#MOST} CertIDs by SHA-512, and a signature that nobody reads. */
    private static final int BODY_BYTES = 24_576;

    private static final String ASKED = "application/ocsp-request";
    private static final Header TYPE = EdgeAnswer.type("application/ocsp-response");

    /** The form of HTTP's dates (RFC 9110 §5.6.7). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final OcspResponder responder;

    OcspHttp(OcspResponder responder) {
        this.responder = responder;
    }

    @Override
    public String name() {
        return "ocsp";
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public int bodyLimit() {
        return BODY_BYTES;
    }

    @Override
    public boolean forAnySite() {
        return true;
    }

    @Override
    public boolean ready() {
        return responder.isReady();
    }

    @Override
    public @Nullable EdgeAnswer atOnce(EdgeRequest request) {
        OcspOutcome outcome = responder.atOnce(asked(request));
        return outcome == null ? null : told(outcome, request);
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        return told(responder.answer(asked(request)), request);
    }

    private static EdgeAnswer told(OcspOutcome outcome, EdgeRequest request) {
        return switch (outcome) {
            case OcspOutcome.Refused(byte[] response) -> once(response);
            case OcspOutcome.Signed(byte[] response) -> once(response);
            case OcspOutcome.Kept kept ->
                    request.method().equals("GET")
                            ? kept.asked().unlessKnown(request)
                            : kept.posted();
        };
    }

    private static byte[] asked(EdgeRequest request) {
        return request.method().equals("GET") ? encoded(request.path()) : posted(request);
    }

    /**
     * An answer that is kept: caches may have it until half of its time is over, so that none gives
     * it away past nextUpdate.
     */
    static OcspOutcome.Kept lasting(
            int entry,
            long word,
            Responder responder,
            byte[] id,
            long thisUpdate,
            long nextUpdate,
            byte[] response) {
        long half = Math.max(0, (nextUpdate - thisUpdate) / 2);
        EdgeAnswer asked =
                EdgeAnswer.ok(
                        response,
                        TYPE,
                        Header.of(
                                "Cache-Control",
                                "max-age=" + half + ", public, no-transform, must-revalidate"),
                        tag(response),
                        Header.of("Expires", date(Instant.ofEpochSecond(nextUpdate))),
                        Header.of("Last-Modified", date(Instant.ofEpochSecond(thisUpdate))));
        EdgeAnswer posted = EdgeAnswer.ok(response, TYPE, EdgeAnswer.NO_STORE);
        return new OcspOutcome.Kept(entry, word, responder, id, thisUpdate + half, asked, posted);
    }

    private static EdgeAnswer once(byte[] response) {
        return EdgeAnswer.ok(response, TYPE, EdgeAnswer.NO_STORE);
    }

    private static byte[] posted(EdgeRequest request) {
        if (request.header("Content-Type").filter(type -> !type.startsWith(ASKED)).isPresent()) {
            throw new Fault(StatusFault.NOT_OCSP, ASKED);
        }
        return request.body();
    }

    /** The request in a path: Base64, some of it percent-encoded; nothing where it isn't. */
    private static byte[] encoded(String path) {
        String text = path.length() <= PREFIX.length() ? "" : path.substring(PREFIX.length() + 1);
        try {
            return Base64.getDecoder()
                    .decode(
                            text.indexOf('%') < 0
                                    ? text
                                    : text.replace("%2B", "+")
                                            .replace("%2b", "+")
                                            .replace("%2F", "/")
                                            .replace("%2f", "/")
                                            .replace("%3D", "=")
                                            .replace("%3d", "="));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /** The entity tag of these bytes. */
    static Header tag(byte[] bytes) {
        return EdgeAnswer.tag(HexFormat.of().formatHex(Sha256.of(bytes), 0, 16));
    }

    /** A date as HTTP writes it. */
    static String date(Instant when) {
        return DATE.format(when);
    }
}
