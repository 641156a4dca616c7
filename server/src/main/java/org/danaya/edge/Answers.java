package org.danaya.edge;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.danaya.base.Actor;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request to its handler, within the limits, and writes the heads of its answers. */
final class Answers {

    private static final Logger LOGGER = LoggerFactory.getLogger(Answers.class);

    private static final byte[] ALWAYS =
            """
            X-Content-Type-Options: nosniff\r
            Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r
            """
                    .getBytes(StandardCharsets.US_ASCII);
    private static final Header ANY_SITE = Header.of("Access-Control-Allow-Origin", "*");
    private static final Header PREFLIGHT_AGE = Header.of("Access-Control-Max-Age", "86400");
    private static final Header CLOSE = Header.of("Connection", "close");
    private static final byte[] REQUEST_ID = "X-Request-Id: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

    /** Of the lines whose length doesn't depend on the answer, and more. */
    private static final int OWN_BYTES = 512;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final List<EdgeHandler> handlers;
    private final Problems problems;
    private final RateLimit limit;
    private final Set<InetAddress> proxies;
    private final Figures figures;
    private final byte[] idPrefix;
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * @param key random, of this start of the program
     */
    Answers(
            List<EdgeHandler> handlers,
            Problems problems,
            RateLimit limit,
            Set<InetAddress> proxies,
            Figures figures,
            int key) {
        // The longest prefix first, so that the first that fits is the right one.
        this.handlers =
                handlers.stream()
                        .sorted(Comparator.comparingInt(handler -> -handler.prefix().length()))
                        .toList();
        this.problems = problems;
        this.limit = limit;
        this.proxies = proxies;
        this.figures = figures;
        this.idPrefix = (HexFormat.of().toHexDigits(key) + "-").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A request whose head was read.
     *
     * @param handler null where nobody serves the path
     * @param client null where the head couldn't be read
     * @param start when it had all come, by {@link System#nanoTime}
     */
    record Asked(
            @Nullable RequestHead head,
            @Nullable EdgeHandler handler,
            @Nullable ClientAddress client,
            int id,
            long start) {

        boolean isHead() {
            return head != null && head.method().equals("HEAD");
        }
    }

    /** Finds who answers. */
    Asked asked(RequestHead head, ClientAddress peer) {
        EdgeHandler found = null;
        for (EdgeHandler handler : handlers) {
            if (serves(handler, head.path())) {
                found = handler;
                break;
            }
        }
        ClientAddress client =
                proxies.isEmpty() ? peer : peer.behind(proxies, head.header("X-Forwarded-For"));
        return new Asked(head, found, client, ids.incrementAndGet(), System.nanoTime());
    }

    /** What came isn't a request, or not one that we read. */
    Asked unread() {
        return new Asked(null, null, null, ids.incrementAndGet(), System.nanoTime());
    }

    private static boolean serves(EdgeHandler handler, String path) {
        String prefix = handler.prefix();
        return path.startsWith(prefix)
                && (prefix.endsWith("/")
                        || path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '/');
    }

    /** What is answered without a look at the body; null where the handler is to be asked. */
    @Nullable EdgeAnswer unasked(Asked asked, RequestHead head) {
        EdgeHandler handler = asked.handler;
        if (asked.client != null && !limit.allows(asked.client)) {
            return problem(asked, new Fault(EdgeFault.TOO_MANY));
        }
        if (handler == null) {
            return problem(asked, new Fault(EdgeFault.NOT_FOUND));
        }
        if (head.method().equals("OPTIONS")) {
            return options(handler);
        }
        return handler.methods().contains(plain(head.method()))
                ? null
                : problem(asked, new Fault(EdgeFault.METHOD, allowed(handler)))
                        .with(allow(handler));
    }

    private static String plain(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    /** The request as its handler sees it. */
    static EdgeRequest request(Asked asked, RequestHead head, byte[] body, ClientAddress peer) {
        ClientAddress client = asked.client == null ? peer : asked.client;
        return new EdgeRequest(
                plain(head.method()), head.path(), head.query(), head::header, body, client);
    }

    /** The handler's answer from memory; null where it has to wait for something. */
    @Nullable EdgeAnswer atOnce(Asked asked, EdgeHandler handler, EdgeRequest request) {
        try {
            return handler.atOnce(request);
        } catch (Fault fault) {
            return problem(asked, fault);
        } catch (RuntimeException e) {
            return defect(asked, e);
        }
    }

    /** Whether the handler's answer comes by itself; a refusal to begin it comes so too. */
    boolean later(
            Asked asked, EdgeHandler handler, EdgeRequest request, Consumer<EdgeAnswer> taker) {
        try {
            return handler.later(request, taker);
        } catch (Fault fault) {
            taker.accept(problem(asked, fault));
        } catch (RuntimeException e) {
            taker.accept(defect(asked, e));
        }
        return true;
    }

    /** The handler's answer, on a thread that may wait. */
    EdgeAnswer answer(Asked asked, EdgeHandler handler, EdgeRequest request) {
        try {
            return ScopedValue.where(Actor.CURRENT, new Actor.Stranger(request.client().toString()))
                    .call(() -> handler.answer(request));
        } catch (Fault fault) {
            return problem(asked, fault);
        } catch (RuntimeException e) {
            return defect(asked, e);
        }
    }

    /** Too many requests are being answered. */
    EdgeAnswer busy(Asked asked) {
        return problem(asked, new Fault(EdgeFault.BUSY));
    }

    /** The request can't be read. */
    EdgeAnswer bad(Asked asked, BadRequest bad) {
        Fault fault =
                bad.status() == Status.TOO_LARGE
                        ? new Fault(
                                EdgeFault.TOO_LARGE,
                                asked.handler == null ? 0 : asked.handler.bodyLimit())
                        : new Fault(EdgeFault.MALFORMED);
        return problems.of(fault, bad.status(), name -> header(asked, name));
    }

    private EdgeAnswer defect(Asked asked, RuntimeException e) {
        String id = new String(idPrefix, StandardCharsets.US_ASCII);
        String whole = id + HexFormat.of().toHexDigits(asked.id);
        LOGGER.error("Request {} failed", whole, e);
        return problem(asked, new Fault(EdgeFault.INTERNAL, whole));
    }

    private EdgeAnswer problem(Asked asked, Fault fault) {
        return problems.of(fault, name -> header(asked, name));
    }

    private static Optional<String> header(Asked asked, String name) {
        return asked.head == null ? Optional.empty() : asked.head.header(name);
    }

    private static EdgeAnswer options(EdgeHandler handler) {
        EdgeAnswer answer = EdgeAnswer.empty(Status.NO_CONTENT, allow(handler));
        return handler.forAnySite()
                ? answer.with(Header.of("Access-Control-Allow-Methods", allowed(handler)))
                        .with(PREFLIGHT_AGE)
                : answer;
    }

    private static Header allow(EdgeHandler handler) {
        return Header.of("Allow", allowed(handler));
    }

    private static String allowed(EdgeHandler handler) {
        Set<String> methods = new TreeSet<>(handler.methods());
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    /** How long an answer's head is at most. */
    static int headBytes(EdgeAnswer answer) {
        int bytes = OWN_BYTES;
        for (Header header : answer.headers()) {
            bytes += header.bytes();
        }
        return bytes;
    }

    /**
     * Writes the head of an answer to the beginning of these bytes, and gives its end.
     *
     * @param date the line that says when
     * @param last whether the connection ends with it
     */
    int head(Asked asked, EdgeAnswer answer, byte[] date, boolean last, byte[] bytes) {
        int at = answer.status().writeTo(bytes, 0);
        at = copy(date, bytes, at);
        at = copy(ALWAYS, bytes, at);
        List<Header> headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            at = headers.get(i).writeTo(bytes, at);
        }
        if (asked.handler != null && asked.handler.forAnySite()) {
            at = ANY_SITE.writeTo(bytes, at);
        }
        if (last) {
            at = CLOSE.writeTo(bytes, at);
        }
        at = copy(idPrefix, bytes, copy(REQUEST_ID, bytes, at));
        for (int shift = Integer.SIZE - 4; shift >= 0; shift -= 4) {
            bytes[at++] = HEX[asked.id >>> shift & 0xf];
        }
        at = lineEnd(bytes, at);
        if (!answer.status().isBare()) {
            at = copy(LENGTH, bytes, at);
            at = number(answer.body().length, bytes, at);
            at = lineEnd(bytes, at);
        }
        return lineEnd(bytes, at);
    }

    /** It is answered. */
    void answered(Asked asked, EdgeAnswer answer) {
        figures.answered(
                asked.handler == null ? "none" : asked.handler.name(),
                answer.status().code(),
                System.nanoTime() - asked.start);
    }

    private static int number(int number, byte[] bytes, int at) {
        int end = at + 1;
        for (int rest = number; rest > 9; rest /= 10) {
            end++;
        }
        int left = number;
        for (int i = end - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return end;
    }

    private static int lineEnd(byte[] bytes, int at) {
        bytes[at] = '\r';
        bytes[at + 1] = '\n';
        return at + 2;
    }

    private static int copy(byte[] some, byte[] bytes, int at) {
        System.arraycopy(some, 0, bytes, at, some.length);
        return at + some.length;
    }
}
