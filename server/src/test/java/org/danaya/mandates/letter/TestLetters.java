package org.danaya.mandates.letter;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Names;
import org.danaya.mandates.Period;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.status.ScopeWords;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.KeyId;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.SealFit;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;

/** Letters of invented mandates, without a platform. */
final class TestLetters {

    static final Words WORDS = Words.load();
    static final ZoneId BAMAKO = ZoneId.of("Africa/Bamako");
    static final URI CHECK = URI.create("https://danaya.example/verify");

    private static final KeyPair KEY = key();

    private TestLetters() {}

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(KEY.getPrivate());
            signature.update(content);
            return EcdsaSignature.rawOfDer(signature.sign()).orThrow();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static LetterPdf pdf() {
        return new LetterPdf(
                new LetterWriter(
                        WORDS,
                        new ScopeWords(WORDS)::sayAll,
                        Map.of(Language.FRENCH, "Mali", Language.ENGLISH, "Mali")));
    }

    static LetterFacts facts(Mandate.Head head, Optional<String> sealedBy) {
        return facts(head, sealedBy, head.terms().scope());
    }

    /** With another scope in the seal, which this kit doesn't shorten. */
    static LetterFacts facts(Mandate.Head head, Optional<String> sealedBy, Scope sealed) {
        return new LetterFacts(
                head,
                "Décret (exemple)",
                Instant.parse("2026-02-27T15:04:05Z"),
                1234,
                Instant.parse("2026-02-28T08:00:00Z"),
                seal(head, sealed).text(),
                CHECK,
                BAMAKO,
                true,
                sealedBy);
    }

    /** A mandate with the letters of the country's languages in its names. */
    static Mandate.Head head(MandateKind kind, Scope scope) {
        return new Mandate.Head(
                UUID.fromString("0190f1a2-0000-7000-8000-000000000001"),
                42,
                "7K3M9QX2TB",
                new Terms(
                        kind,
                        UUID.fromString("0190f1a2-0000-7000-8000-000000000002"),
                        new Grantor.OfOffice(
                                UUID.fromString("0190f1a2-0000-7000-8000-000000000003")),
                        UUID.fromString("0190f1a2-0000-7000-8000-000000000004"),
                        Optional.empty(),
                        Powers.of(Power.REPRESENT, Power.SPEAK, Power.NEGOTIATE, Power.SIGN),
                        scope,
                        new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 1)),
                        1,
                        "Décision n° 0000/MCE-SG du 20 février 2026 (exemple)",
                        Optional.empty(),
                        Optional.empty()),
                new Names(
                        "Ɲɛnɛ Ŋɔlɔ EXEMPLE",
                        "Conseillère technique chargée du numérique",
                        "Agence de l’exemple",
                        "Ministère de la Communication et de l’Économie de l’exemple",
                        "ministere-exemple",
                        "MCE",
                        "Ministre, Ministère de la Communication et de l’Économie de l’exemple"),
                UUID.fromString("0190f1a2-0000-7000-8000-000000000005"),
                Instant.parse("2026-02-20T08:00:00Z"));
    }

    /** Its seal by a key that is thrown away. */
    static MandateSeal seal(Mandate.Head head, Scope scope) {
        SealedMandate facts =
                new SealedMandate(
                        switch (head.terms().kind()) {
                            case MANDATE -> SealKind.MANDATE;
                            case MEMBER -> SealKind.DELEGATION_MEMBER;
                            case HEAD -> SealKind.DELEGATION_HEAD;
                            case SPOKESPERSON -> SealKind.SPOKESPERSON;
                        },
                        head.number(),
                        head.code(),
                        head.names().holder(),
                        head.names().function(),
                        head.names().identifier(),
                        head.names().brief(),
                        head.terms().powers(),
                        String.join(" ; ", scope.lines()),
                        head.index(),
                        head.terms().period().from().atStartOfDay(BAMAKO).toInstant(),
                        head.terms().period().until().atStartOfDay(BAMAKO).toInstant());
        return switch (MandateSeal.fit(facts, KeyId.of(KEY.getPublic().getEncoded()))) {
            case SealFit.Fits(_, _, SealFit.Unsigned unsigned) ->
                    unsigned.signed(signature(unsigned.toBeSigned()));
            case SealFit.TooLong tooLong -> throw new AssertionError(tooLong);
        };
    }
}
