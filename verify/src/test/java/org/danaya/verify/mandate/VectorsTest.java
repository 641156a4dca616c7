package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.danaya.verify.Strict;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;

/**
 * The vectors for other implementers: a file of JSON and the end of {@code mandate-seal.md}, which
 * says the same for a person. Both are made with {@code DANAYA_WRITE_REFERENCE=1} where the file
 * was removed before: every signature is random, so that they are otherwise only checked.
 */
class VectorsTest {

    private static final Path FOLDER = Path.of("../docs/reference");
    private static final Path FILE = FOLDER.resolve("mandate-seal-vectors.json");
    private static final Path DOCUMENT = FOLDER.resolve("mandate-seal.md");
    private static final String MARK = "<!-- From here: made and compared by VectorsTest. -->\n";
    private static final Instant NOW = ExampleRegister.NOW;

    private static boolean writes() {
        return "1".equals(System.getenv("DANAYA_WRITE_REFERENCE"));
    }

    private static Json.Members file() throws IOException {
        if (writes() && !Files.exists(FILE)) {
            Files.writeString(FILE, fresh());
        }
        return (Json.Members) Json.read(Files.readAllBytes(FILE)).orThrow();
    }

    private static String text(Json.Members object, String name) {
        return assertInstanceOf(Json.Text.class, object.members().get(name), name).value();
    }

    private static List<Json.Members> list(Json.Members object, String name) {
        return assertInstanceOf(Json.Array.class, object.members().get(name), name).items().stream()
                .map(Json.Members.class::cast)
                .toList();
    }

    @Test
    void everyVectorHasItsVerdictAndSentence() throws IOException {
        Json.Members file = file();
        Anchor anchor =
                Anchor.parse(text(file, "anchor").getBytes(StandardCharsets.UTF_8)).orThrow();
        byte[] snapshot = Base64.getDecoder().decode(text(file, "snapshot"));
        for (Json.Members vector : list(file, "seals")) {
            MandateVerdict verdict =
                    MandateCheck.offline(
                            text(vector, "text"),
                            snapshot,
                            anchor,
                            Instant.parse(text(vector, "now")),
                            Freshness.DEFAULT_LIMIT,
                            Remembered.NOTHING);
            String name = text(vector, "name");
            assertEquals(text(vector, "verdict"), verdict.code(), name);
            assertEquals(text(vector, "reason"), reason(verdict), name);
            assertEquals(text(vector, "sentence"), VerdictWords.FRENCH.sentence(verdict), name);
            assertEquals(text(vector, "title"), VerdictWords.FRENCH.title(verdict), name);
        }
        for (Json.Members code : list(file, "short_codes")) {
            assertEquals(
                    text(code, "answer"),
                    VerdictWords.FRENCH.reading(ShortCode.read(text(code, "typed"))));
        }
    }

    /** Whoever writes seals gets these bytes to sign, and these to show. */
    @Test
    void theWriterMakesTheSameBytes() throws Exception {
        Json.Members file = file();
        P256Key key =
                P256Key.ofSpki(Strict.readBase64(text(file, "sealing_key_spki")).orThrow())
                        .orThrow();
        int compared = 0;
        for (Json.Members vector : list(file, "seals")) {
            String hex = text(vector, "to_be_signed");
            if (hex.isEmpty()) {
                continue;
            }
            MandateSeal seal = MandateSeal.read(text(vector, "text")).orThrow();
            assertInstanceOf(Verdict.Valid.class, seal.check(key));
            var fits =
                    assertInstanceOf(SealFit.Fits.class, MandateSeal.fit(seal.claimed(), key.id()));
            assertEquals(hex, hex(fits.unsigned().toBeSigned()));
            compared++;
        }
        assertEquals(7, compared);
        // The private key is the public one's: whoever tries a writer may seal with it.
        KeyPair pair =
                new KeyPair(
                        key.publicKey(),
                        KeyFactory.getInstance("EC")
                                .generatePrivate(
                                        new PKCS8EncodedKeySpec(
                                                Base64.getDecoder()
                                                        .decode(text(file, "sealing_key_pkcs8")))));
        MandateSeal mine = ExampleRegister.seal(ExampleRegister.mandate(0), pair);
        assertInstanceOf(Verdict.Valid.class, mine.check(key));
    }

    @Test
    void theDocumentSaysTheSame() throws IOException {
        String wanted = document(file());
        String document = Files.readString(DOCUMENT);
        String prose = document.substring(0, document.indexOf(MARK) + MARK.length());
        if (writes()) {
            Files.writeString(DOCUMENT, prose + wanted);
        }
        assertEquals(prose + wanted, Files.readString(DOCUMENT));
    }

    private static String document(Json.Members file) {
        StringBuilder out = new StringBuilder();
        out.append("The anchor:\n\n```json\n").append(text(file, "anchor")).append("```\n\n");
        out.append("The key that seals (SubjectPublicKeyInfo, and PKCS #8 to try a writer):\n\n");
        out.append("```\n").append(text(file, "sealing_key_spki")).append('\n');
        out.append(text(file, "sealing_key_pkcs8")).append("\n```\n\n");
        out.append("The snapshot (base64):\n\n```\n");
        out.append(text(file, "snapshot").replaceAll("(.{120})", "$1\n")).append("\n```\n");
        for (Json.Members vector : list(file, "seals")) {
            out.append("\n### ").append(text(vector, "name")).append("\n\n```\n");
            out.append(text(vector, "text").replace("\n", "")).append("\n```\n\n");
            out.append("At ").append(text(vector, "now")).append(": `");
            out.append(text(vector, "verdict")).append('`');
            out.append(
                    text(vector, "reason").isEmpty() ? "" : " (`" + text(vector, "reason") + "`)");
            out.append(". ").append(text(vector, "title")).append(". ");
            out.append(text(vector, "sentence")).append('\n');
        }
        out.append("\n### Short codes\n\n| Typed | Answer |\n|---|---|\n");
        for (Json.Members code : list(file, "short_codes")) {
            String answer = text(code, "answer");
            out.append("| `").append(text(code, "typed")).append("` | ");
            out.append(answer.isEmpty() ? "good" : answer).append(" |\n");
        }
        return out.toString();
    }

    // ---- making them

    private record Made(String name, String text, Instant now, boolean ours) {}

    private static String fresh() {
        ExampleRegister register = new ExampleRegister();
        StatusList list =
                new StatusList.Builder(16)
                        .set(1, StatusList.Status.REVOKED)
                        .set(2, StatusList.Status.SUSPENDED)
                        .set(3, StatusList.Status.REDUCED)
                        .build();
        Snapshot snapshot = register.snapshot(NOW, list, Map.of(3L, Powers.of(Power.SPEAK)));
        String valid = register.seal(ExampleRegister.mandate(0)).text();
        char other = valid.charAt(valid.length() - 1) == '0' ? '1' : '0';
        List<Made> seals = new ArrayList<>();
        seals.add(new Made("Valid", valid, NOW, true));
        seals.add(new Made("Valid, on old information", valid, NOW.plus(Duration.ofDays(9)), true));
        seals.add(
                new Made(
                        "Valid, with fewer powers",
                        register.seal(ExampleRegister.mandate(3)).text(),
                        NOW,
                        true));
        seals.add(new Made("Not yet valid", register.seal(later()).text(), NOW, true));
        seals.add(new Made("Expired", valid, NOW.plus(Duration.ofDays(11)), true));
        seals.add(
                new Made("Suspended", register.seal(ExampleRegister.mandate(2)).text(), NOW, true));
        seals.add(new Made("Revoked", register.seal(ExampleRegister.mandate(1)).text(), NOW, true));
        seals.add(
                new Made(
                        "By an unknown key",
                        ExampleRegister.seal(ExampleRegister.mandate(0), ExampleRegister.pair())
                                .text(),
                        NOW,
                        false));
        seals.add(new Made("Changed", valid.substring(0, valid.length() - 1) + other, NOW, false));
        seals.add(new Made("Cut short", valid.substring(0, 200), NOW, false));
        seals.add(new Made("A health certificate", "HC1:6BFOXN", NOW, false));
        StringBuilder out = new StringBuilder("{\n");
        member(out, "note", "Examples: nobody and nothing in here exists.");
        member(out, "anchor", register.anchor().toJson());
        member(out, "sealing_key_spki", base64(ExampleRegister.key(register.sealKey).spki()));
        member(out, "sealing_key_pkcs8", base64(register.sealKey.getPrivate().getEncoded()));
        member(out, "snapshot", base64(snapshot.toBytes()));
        out.append("\"seals\": [\n");
        for (int i = 0; i < seals.size(); i++) {
            out.append(i == 0 ? "{\n" : ",\n{\n");
            append(out, seals.get(i), snapshot, register);
        }
        out.append("\n],\n\"short_codes\": [\n");
        ShortCode code = ShortCode.ofData("7K3MQX2V9A");
        String[] typed = {
            code.toString(),
            code.toString().toLowerCase(java.util.Locale.ROOT).replace("-", " "),
            code.toString().replace('Q', 'B'),
            "7K3U-QX2V-9A00",
            "7K3M-QX2V-9A"
        };
        for (String said : typed) {
            out.append(said.equals(typed[0]) ? "{\n" : ",\n{\n");
            member(out, "typed", said);
            last(out, "answer", VerdictWords.FRENCH.reading(ShortCode.read(said)));
        }
        return out.append("\n]\n}\n").toString();
    }

    private static SealedMandate later() {
        SealedMandate from = ExampleRegister.mandate(0);
        return new SealedMandate(
                SealKind.SPOKESPERSON,
                143,
                "0000000001",
                from.name(),
                "",
                from.structureId(),
                "",
                Powers.of(Power.SPEAK),
                "",
                0,
                Instant.parse("2026-04-01T00:00:00Z"),
                Instant.parse("2027-04-01T00:00:00Z"));
    }

    private static void append(
            StringBuilder out, Made made, Snapshot snapshot, ExampleRegister register) {
        MandateVerdict verdict =
                MandateCheck.offline(
                        made.text,
                        snapshot.toBytes(),
                        register.anchor(),
                        made.now,
                        Freshness.DEFAULT_LIMIT,
                        Remembered.NOTHING);
        member(out, "name", made.name);
        member(out, "text", made.text);
        member(out, "now", made.now.toString());
        member(out, "to_be_signed", made.ours ? toBeSigned(made.text, register) : "");
        member(out, "verdict", verdict.code());
        member(out, "reason", reason(verdict));
        member(out, "title", VerdictWords.FRENCH.title(verdict));
        last(out, "sentence", VerdictWords.FRENCH.sentence(verdict));
    }

    private static String toBeSigned(String text, ExampleRegister register) {
        SealFit fit =
                MandateSeal.fit(
                        MandateSeal.read(text).orThrow().claimed(),
                        ExampleRegister.key(register.sealKey).id());
        return hex(((SealFit.Fits) fit).unsigned().toBeSigned());
    }

    private static String reason(MandateVerdict verdict) {
        return verdict instanceof MandateVerdict.UnknownOrForged unknown
                ? unknown.reason().code()
                : "";
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void member(StringBuilder out, String name, String value) {
        out.append("  ").append(Json.quote(name)).append(": ");
        out.append(Json.quote(value)).append(",\n");
    }

    private static void last(StringBuilder out, String name, String value) {
        out.append("  ").append(Json.quote(name)).append(": ");
        out.append(Json.quote(value)).append("\n}");
    }
}
