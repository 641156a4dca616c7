package org.danaya.edge;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.danaya.base.Actor;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request to its handler, within the limits, and sends what comes of it. */
final class Answers implements Handler, DirectHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Answers.class);

    private static final List<Header> ALWAYS =
            List.of(
                    HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF,
                    HeaderValues.createCached(
                            "Content-Security-Policy",
                            "default-src 'none'; frame-ancestors 'none'"));
    private static final Header ANY_SITE =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    private static final Header PREFLIGHT_AGE =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");
    private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    private final List<EdgeHandler> handlers;
    private final Problems problems;
    private final RateLimit limit;
    private final Set<InetAddress> proxies;
    private final Figures figures;
    private final String idPrefix;
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
        this.idPrefix = HexFormat.of().toHexDigits(key) + "-";
    }

    /** The longest body that any handler takes. */
    int bodyLimit() {
        return handlers.stream().mapToInt(EdgeHandler::bodyLimit).max().orElse(0);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        long start = System.nanoTime();
        String path = request.path().rawPath();
        Optional<EdgeHandler> handler =
                handlers.stream().filter(one -> serves(one, path)).findFirst();
        String id = nextId();
        EdgeAnswer answer = answer(handler, request, path, id);
        send(answer, handler, id, request, response);
        figures.answered(
                handler.map(EdgeHandler::name).orElse("none"),
                answer.status().code(),
                System.nanoTime() - start);
    }

    private static boolean serves(EdgeHandler handler, String path) {
        String prefix = handler.prefix();
        return path.startsWith(prefix)
                && (prefix.endsWith("/")
                        || path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '/');
    }

    private EdgeAnswer answer(
            Optional<EdgeHandler> handler, ServerRequest request, String path, String id) {
        Function<String, Optional<String>> headers = name -> header(request, name);
        try {
            ClientAddress client = client(request);
            if (!limit.allows(client)) {
                throw new Fault(EdgeFault.TOO_MANY);
            }
            EdgeHandler found = handler.orElseThrow(() -> new Fault(EdgeFault.NOT_FOUND));
            String method = request.prologue().method().text();
            if (method.equals("OPTIONS")) {
                return options(found);
            }
            String asked = method.equals("HEAD") ? "GET" : method;
            if (!found.methods().contains(asked)) {
                Fault fault = new Fault(EdgeFault.METHOD, allowed(found));
                return problems.of(fault, headers).with(allow(found));
            }
            EdgeRequest its = read(request, found, asked, path, headers, client);
            return ScopedValue.where(Actor.CURRENT, new Actor.Stranger(client.toString()))
                    .call(() -> found.answer(its));
        } catch (Fault fault) {
            return problems.of(fault, headers);
        } catch (RequestException | CloseConnectionException wire) {
            throw wire;
        } catch (RuntimeException e) {
            LOGGER.error("Request {} failed", id, e);
            return problems.of(new Fault(EdgeFault.INTERNAL, id), headers);
        }
    }

    /** Helidon reads some heads only when asked; what it then can't read is the client's fault. */
    private static EdgeRequest read(
            ServerRequest request,
            EdgeHandler handler,
            String method,
            String path,
            Function<String, Optional<String>> headers,
            ClientAddress client) {
        try {
            return new EdgeRequest(
                    method,
                    path,
                    request.query().rawValue(),
                    headers,
                    body(request, handler.bodyLimit()),
                    client);
        } catch (Fault | RequestException | CloseConnectionException known) {
            throw known;
        } catch (RuntimeException e) {
            throw new Fault(e, EdgeFault.MALFORMED);
        }
    }

    private ClientAddress client(ServerRequest request) {
        InetSocketAddress peer = (InetSocketAddress) request.remotePeer().address();
        ClientAddress direct = new ClientAddress(peer.getAddress());
        return proxies.isEmpty()
                ? direct
                : direct.behind(proxies, header(request, "X-Forwarded-For"));
    }

    private static Optional<String> header(ServerRequest request, String name) {
        List<String> values = request.headers().all(HeaderNames.create(name), List::of);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    private static byte[] body(ServerRequest request, int limit) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        if (request.headers().contentLength().orElse(0) > limit) {
            throw new Fault(EdgeFault.TOO_LARGE, limit);
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] body = stream.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new Fault(EdgeFault.TOO_LARGE, limit);
            }
            return body;
        } catch (IOException e) {
            throw new CloseConnectionException("The body didn't arrive", e);
        }
    }

    private static EdgeAnswer options(EdgeHandler handler) {
        EdgeAnswer answer = EdgeAnswer.empty(Status.NO_CONTENT_204, allow(handler));
        return handler.forAnySite()
                ? answer.with(
                                HeaderValues.create(
                                        HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, allowed(handler)))
                        .with(PREFLIGHT_AGE)
                : answer;
    }

    private static Header allow(EdgeHandler handler) {
        return HeaderValues.create(HeaderNames.ALLOW, allowed(handler));
    }

    private static String allowed(EdgeHandler handler) {
        Set<String> methods = new TreeSet<>(handler.methods());
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static void send(
            EdgeAnswer answer,
            Optional<EdgeHandler> handler,
            String id,
            ServerRequest request,
            ServerResponse response) {
        response.status(answer.status());
        ALWAYS.forEach(response::header);
        answer.headers().forEach(response::header);
        response.header(REQUEST_ID, id);
        if (handler.filter(EdgeHandler::forAnySite).isPresent()) {
            response.header(ANY_SITE);
        }
        if (request.content().hasEntity() && !request.content().consumed()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        if (request.prologue().method().text().equals("HEAD")) {
            if (answer.body().length > 0) {
                response.contentLength(answer.body().length);
            }
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    /**
     * Answers what Helidon refuses before it is a request: a wrong head, too long, too many. What
     * it calls its own fault is a head that it could not read, for {@link #handle(ServerRequest,
     * ServerResponse)} lets no other through.
     */
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status asked,
            ServerResponseHeaders headers,
            String message) {
        Status status =
                asked.code() == Status.INTERNAL_SERVER_ERROR_500.code()
                        ? Status.BAD_REQUEST_400
                        : asked;
        Fault fault =
                switch (status.code()) {
                    case 413 -> new Fault(EdgeFault.TOO_LARGE, bodyLimit());
                    case 503 -> new Fault(EdgeFault.BUSY);
                    default -> new Fault(EdgeFault.MALFORMED);
                };
        EdgeAnswer answer = problems.of(fault, status, _ -> Optional.empty());
        TransportResponse.Builder response =
                TransportResponse.builder()
                        .status(status)
                        .headers(headers)
                        .entity(answer.body())
                        .keepAlive(false);
        ALWAYS.forEach(response::header);
        answer.headers().forEach(response::header);
        response.header(HeaderValues.create(REQUEST_ID, nextId()));
        figures.answered("none", status.code(), 0);
        return response.build();
    }

    private String nextId() {
        return idPrefix + HexFormat.of().toHexDigits(ids.incrementAndGet());
    }
}
