package org.danaya.trust.profile;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;

/** A root, the four issuing authorities and what they issue, of the shipped profiles. */
public final class TestHierarchy {

    /** When everything here is made: now, so that foreign judges agree. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Profiles profiles;
    private final SerialNumbers serials = new SerialNumbers(new SecureRandom());
    private final KeyAlgorithm algorithm;
    private final Made root;
    private final Map<AuthorityKind, Made> authorities = new EnumMap<>(AuthorityKind.class);

    /** A certificate, what was signed, and its key. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Made(
            Profile profile, byte[] tbs, byte[] der, TokenKey key, IssuerInfo asIssuer) {}

    private TestHierarchy(KeyAlgorithm algorithm, Profiles profiles) {
        this.profiles = profiles;
        this.algorithm = algorithm;
        root = authority("root", AuthorityKind.ROOT, null);
        for (AuthorityKind kind : AuthorityKind.values()) {
            if (kind != AuthorityKind.ROOT) {
                authorities.put(kind, authority("issuing-" + kind.code(), kind, root));
            }
        }
    }

    /** A hierarchy whose keys are all of one algorithm. */
    public static TestHierarchy make(KeyAlgorithm algorithm) {
        return make(algorithm, Profiles.shipped());
    }

    /** The same of other profiles. */
    public static TestHierarchy make(KeyAlgorithm algorithm, Profiles profiles) {
        return new TestHierarchy(algorithm, profiles);
    }

    /** When everything here was made. */
    public Instant now() {
        return now;
    }

    /** The root. */
    public Made root() {
        return root;
    }

    /** An issuing authority. */
    public Made authority(AuthorityKind kind) {
        return java.util.Objects.requireNonNull(authorities.get(kind));
    }

    /** A certificate of an end entity, with plausible values, from the first authority that may. */
    public Made issue(String profileId) {
        Profile profile = profiles.get(profileId);
        return issue(profile, authority(profile.issuedBy().iterator().next()));
    }

    /** The same from a given authority. */
    public Made issue(Profile profile, Made issuer) {
        return make(profile, issuer.asIssuer(), issuer.key(), TestKey.make("holder", algorithm));
    }

    /** The profiles. */
    public Profiles profiles() {
        return profiles;
    }

    private Made authority(String profileId, AuthorityKind kind, Made issuer) {
        Profile profile = profiles.get(profileId);
        // The issuing authorities share a key: making four of RSA takes too long.
        TokenKey key = TestKey.make(issuer == null ? "root" : "issuing", algorithm);
        SubjectName subject = subject(profile);
        byte[] keyId = KeyIdentifiers.of(key.publicKey().getEncoded());
        Lifetime.Validity validity =
                profile.lifetime()
                        .from(now, issuer == null ? Instant.MAX : issuer.asIssuer().notAfter());
        IssuerInfo self =
                new IssuerInfo(
                        kind,
                        subject.encoded(),
                        keyId,
                        algorithm,
                        validity.notAfter(),
                        new IssuerInfo.Addresses(
                                "http://pki.example.ml/crl/" + kind.code() + "/{partition}.crl",
                                "http://pki.example.ml/ocsp",
                                "http://pki.example.ml/aia/" + kind.code() + ".cer"));
        IssuerInfo by = issuer == null ? self : issuer.asIssuer();
        Made made = make(profile, by, issuer == null ? key : issuer.key(), key);
        return new Made(profile, made.tbs(), made.der(), key, self);
    }

    private Made make(Profile profile, IssuerInfo issuer, TokenKey signer, TokenKey key) {
        byte[] tbs =
                new TbsCertificates(profile, issuer)
                        .build(
                                subject(profile),
                                names(profile),
                                key.publicKey().getEncoded(),
                                serials.next(),
                                profile.lifetime().from(now, issuer.notAfter()));
        byte[] der = TbsCertificates.certificate(tbs, signer.algorithm(), signer.sign(tbs));
        return new Made(profile, tbs, der, key, issuer);
    }

    /** Plausible values for every field that isn't fixed. */
    public static SubjectName subject(Profile profile) {
        Map<SubjectAttribute, String> values = new EnumMap<>(SubjectAttribute.class);
        for (SubjectField field : profile.subject()) {
            if (!(field.source() instanceof SubjectField.Source.Fixed)) {
                values.put(
                        field.attribute(),
                        switch (field.attribute()) {
                            case ORGANIZATION_IDENTIFIER, SERIAL_NUMBER -> "DA:ML-0001234";
                            case GIVEN_NAME -> "Prénom";
                            case SURNAME -> "Exemple";
                            case LOCALITY -> "Bamako";
                            case ORGANIZATION -> "Ministère exemple";
                            default -> profile.title().fr() + " (exemple)";
                        });
            }
        }
        return switch (SubjectName.of(profile, values)) {
            case SubjectName.Outcome.Accepted(SubjectName name) -> name;
            case SubjectName.Outcome.Refused(List<SubjectProblem> problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static AlternativeNames names(Profile profile) {
        List<String> typed =
                profile.kind() == ProfileKind.TLS_SERVER
                        ? List.of("dns:portail.example.ml", "dns:www.portail.example.ml")
                        : List.of();
        return switch (AlternativeNames.of(profile, typed)) {
            case AlternativeNames.Outcome.Accepted(AlternativeNames names) -> names;
            case AlternativeNames.Outcome.Refused(List<SubjectProblem> problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
