package org.danaya.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An OpenID provider on this machine, which says yes to everybody and may be told to misbehave. */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "danaya-essai";
    public static final String SECRET = "un secret partagé";

    /** What is wrong with what it answers. */
    public enum Mischief {
        NONE,
        NO_NONCE,
        WRONG_NONCE,
        WRONG_ISSUER,
        WRONG_AUDIENCE,
        EXPIRED,
        UNKNOWN_KEY,
        UNSIGNED,
        NO_SUBJECT,
        NO_TOKEN,
        DENIED,
        OTHER_ISSUER_ANSWERS
    }

    /** What somebody asked for; by code. */
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

    private final InetSocketAddress address;
    private final InstantSource clock;
    private final ECKey key = key("known");
    private HttpServer server;
    private volatile Mischief mischief = Mischief.NONE;
    private volatile String subject = "exemple-0001";

    public FakeProvider(InstantSource clock) {
        this.clock = clock;
        this.server = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.address = server.getAddress();
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Stops answering. */
    public void down() {
        server.stop(0);
    }

    /** Answers again, at the same place. */
    public void up() {
        server = server(address);
    }

    public void misbehave(Mischief how) {
        mischief = how;
    }

    public void subject(String other) {
        subject = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer server(InetSocketAddress at) {
        try {
            HttpServer made = HttpServer.create(at, 0);
            made.createContext(
                    "/.well-known/openid-configuration", each -> json(each, 200, document()));
            made.createContext("/keys", each -> json(each, 200, keys()));
            made.createContext("/authorize", this::authorize);
            made.createContext("/token", this::token);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String document() {
        return """
        {"issuer":"ISSUER","authorization_endpoint":"ISSUER/authorize","token_endpoint":"ISSUER/token","jwks_uri":"ISSUER/keys",
        "subject_types_supported":["pairwise"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["ES256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic"],"code_challenge_methods_supported":["S256"]}"""
                .replace("ISSUER", issuer().toString());
    }

    private String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private void authorize(HttpExchange each) throws IOException {
        Map<String, String> query = parameters(each.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        boolean fit =
                query.get("response_type").equals("code")
                        && query.get("scope").equals("openid")
                        && query.get("client_id").equals(CLIENT)
                        && query.get("code_challenge_method").equals("S256");
        String said = !fit || mischief == Mischief.DENIED ? "error=access_denied" : "code=" + code;
        String who =
                mischief == Mischief.OTHER_ISSUER_ANSWERS
                        ? "https://ailleurs.example"
                        : issuer().toString();
        each.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri")
                                + "?"
                                + said
                                + "&state="
                                + query.get("state")
                                + "&iss="
                                + who);
        each.sendResponseHeaders(302, -1);
        each.close();
    }

    private void token(HttpExchange each) throws IOException {
        Map<String, String> form =
                parameters(new String(each.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> was = asked.remove(form.getOrDefault("code", ""));
        String basic = String.valueOf(each.getRequestHeaders().getFirst("Authorization"));
        String who = new String(Base64.getDecoder().decode(basic.replace("Basic ", "")), UTF_8);
        boolean right =
                was != null
                        && URLDecoder.decode(who, UTF_8).equals(CLIENT + ":" + SECRET)
                        && Hashed.base64(form.get("code_verifier"))
                                .equals(was.get("code_challenge"))
                        && form.get("redirect_uri").equals(was.get("redirect_uri"));
        if (!right) {
            json(each, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token =
                mischief == Mischief.NO_TOKEN
                        ? ""
                        : ",\"id_token\":\"" + idToken(was.get("nonce")) + "\"";
        json(
                each,
                200,
                "{\"access_token\":\"inutile\",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"openid\""
                        + token
                        + "}");
    }

    private String idToken(String nonce) {
        Instant at =
                mischief == Mischief.EXPIRED ? clock.instant().minusSeconds(3600) : clock.instant();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(
                                mischief == Mischief.WRONG_ISSUER
                                        ? "https://ailleurs.example"
                                        : issuer().toString())
                        .audience(mischief == Mischief.WRONG_AUDIENCE ? "autre" : CLIENT)
                        .subject(mischief == Mischief.NO_SUBJECT ? null : subject)
                        .claim("email", "exemple@danaya.example")
                        .claim("iat", at.getEpochSecond())
                        .claim("exp", at.plusSeconds(300).getEpochSecond());
        if (mischief != Mischief.NO_NONCE) {
            claims.claim("nonce", mischief == Mischief.WRONG_NONCE ? "autre" : nonce);
        }
        return mischief == Mischief.UNSIGNED
                ? new PlainJWT(claims.build()).serialize()
                : signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            ECKey with = mischief == Mischief.UNKNOWN_KEY ? key("known") : key;
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .keyID(with.getKeyID())
                                    .build(),
                            claims);
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        Function<String, String> decoded = text -> URLDecoder.decode(text, UTF_8);
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> decoded.apply(pair[0]), pair -> decoded.apply(pair[1])));
    }

    private static void json(HttpExchange each, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        each.getResponseHeaders().set("Content-Type", "application/json");
        each.sendResponseHeaders(status, bytes.length);
        each.getResponseBody().write(bytes);
        each.close();
    }
}
