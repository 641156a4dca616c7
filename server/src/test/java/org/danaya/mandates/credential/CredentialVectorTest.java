package org.danaya.mandates.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.house.Tree;
import org.danaya.mandates.status.KeyUse;
import org.danaya.mandates.status.SigningKey;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.P256Key;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The vector for other implementers, read by libraries that aren't ours and by ours. */
class CredentialVectorTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path FILE =
            Tree.root().resolve("docs/reference/mandate-credential-vectors.json");

    @Test
    void theVectorIsWhatItSays() throws Exception {
        if ("1".equals(System.getenv("DANAYA_WRITE_REFERENCE")) && !Files.exists(FILE)) {
            Files.writeString(FILE, JSON.writeValueAsString(made()) + "\n");
        }
        JsonNode vector = JSON.readTree(Files.readString(FILE));
        String text = vector.get("credential").asString();
        SDJWT credential = SDJWT.parse(text);
        ECKey key = ECKey.parse(vector.get("jwk").toString());
        SignedJWT jwt = SignedJWT.parse(credential.getCredentialJwt());
        assertThat(jwt.verify(new ECDSAVerifier(key))).isTrue();
        Map<String, Object> decoded =
                new SDObjectDecoder()
                        .decode(jwt.getJWTClaimsSet().toJSONObject(), credential.getDisclosures());
        assertThat(JSON.readTree(JSON.writeValueAsString(decoded))).isEqualTo(vector.get("claims"));
        Shown shown = Shown.read(text).orElseThrow();
        P256Key ours = P256Key.of(key.toECPublicKey());
        assertThat(shown.isBy(ours)).isTrue();
        assertThat(shown.kid()).isEqualTo(ours.id().base64Url());
        assertThat(shown.code()).isEqualTo(vector.get("claims").get("code").asString());
        byte[] signature = shown.signature().clone();
        signature[7] ^= 1;
        assertThat(
                        new Shown(
                                        shown.kid(),
                                        shown.type(),
                                        shown.code(),
                                        shown.signed(),
                                        signature)
                                .isBy(ours))
                .isFalse();
    }

    @Test
    void whatIsNoCredentialIsNotTakenForOne() {
        assertThat(Shown.isOne("a.b.c~d~")).isTrue();
        assertThat(Shown.read("a.b.c~d~")).isEmpty();
        assertThat(Shown.isOne("DM1:ABC")).isFalse();
        assertThat(Shown.isOne("a.b~")).isFalse();
        assertThat(Shown.isOne("a.b.c")).isFalse();
        assertThat(Shown.isOne("a.b.c~é~")).isFalse();
        assertThat(Shown.isOne("a.b.c~" + "~".repeat(Credentials.LONGEST))).isFalse();
        assertThat(Shown.isOne("a.b.c" + "~".repeat(Credentials.LONGEST - 5))).isTrue();
    }

    private static Map<String, Object> made() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        P256Key key = P256Key.of(pair.getPublic());
        AtomicInteger salt = new AtomicInteger();
        String credential =
                SdJwt.sign(
                        Credentials.ordered(
                                "alg", "ES256", "typ", "dc+sd-jwt", "kid", key.id().base64Url()),
                        Credentials.ordered(
                                "iss",
                                "https://danaya.example",
                                "iat",
                                1_790_000_000,
                                "nbf",
                                1_790_000_000,
                                "exp",
                                1_820_000_000,
                                "vct",
                                "https://danaya.example/mandates/credential/v1",
                                "status",
                                Map.of(
                                        "status_list",
                                        Credentials.ordered(
                                                "idx",
                                                41,
                                                "uri",
                                                "https://edge.danaya.example/mandates/status/0")),
                                "kind",
                                "mandate",
                                "number",
                                42,
                                "code",
                                "0000-0000-0000"),
                        Credentials.ordered(
                                "name",
                                "Ɲɛnɛ Exemple",
                                "function",
                                "Conseillère (exemple)",
                                "structure",
                                Credentials.ordered(
                                        "id", "ministere-exemple", "name", "Ministère (exemple)"),
                                "powers",
                                List.of("SIGNER"),
                                "limits",
                                List.of("most 5000000 XOF")),
                        () -> {
                            byte[] bytes = new byte[16];
                            bytes[15] = (byte) salt.incrementAndGet();
                            return bytes;
                        },
                        bytes -> signed(pair, bytes));
        SDJWT read = SDJWT.parse(credential);
        return Credentials.ordered(
                "about",
                "An invented mandate. The salts are counted here, where they must be chance.",
                "jwk",
                Jwk.of(
                        new SigningKey(
                                "vector",
                                KeyUse.SEALS,
                                key,
                                Instant.EPOCH,
                                Instant.MAX,
                                Instant.MAX)),
                "credential",
                credential,
                "claims",
                new SDObjectDecoder()
                        .decode(
                                SignedJWT.parse(read.getCredentialJwt())
                                        .getJWTClaimsSet()
                                        .toJSONObject(),
                                read.getDisclosures()));
    }

    private static byte[] signed(KeyPair pair, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return EcdsaSignature.rawOfDer(signature.sign()).orThrow();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
