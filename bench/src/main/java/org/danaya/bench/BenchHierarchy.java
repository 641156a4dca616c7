package org.danaya.bench;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.KeyIdentifiers;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SerialNumbers;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.SubjectProblem;
import org.danaya.trust.profile.TbsCertificates;

/** A root and an authority below it, with P-256 keys, for benches. */
final class BenchHierarchy {

    private static final KeyAlgorithm ALGORITHM = KeyAlgorithm.EC_P256;
    private static final URI ADDRESS = URI.create("http://pki.example.test");

    private final Token token;
    private final Profiles profiles;
    private final SecureRandom random = new SecureRandom();

    BenchHierarchy(Token token, Profiles profiles) {
        this.token = token;
        this.profiles = profiles;
    }

    /** Registers a root and an authority of a kind below it. */
    Authority register(Authorities authorities, AuthorityKind kind) {
        TokenKey rootKey = token.make("root", ALGORITHM);
        Profile rootProfile = profiles.get("root");
        SubjectName rootName = name(rootProfile, "Example root");
        IssuerInfo root =
                new IssuerInfo(
                        AuthorityKind.ROOT,
                        rootName.encoded(),
                        KeyIdentifiers.of(rootKey.publicKey().getEncoded()),
                        ALGORITHM,
                        Instant.now().plus(Duration.ofDays(36_500)),
                        AuthoritySettings.addresses(ADDRESS, "root"));
        byte[] certificate = signed(rootProfile, root, rootName, rootKey, rootKey);
        Authority registered =
                authorities.register(
                        "root", AuthorityKind.ROOT, true, certificate, Optional.empty());
        IssuerInfo issuer =
                new IssuerInfo(
                        root.kind(),
                        root.name(),
                        root.keyIdentifier(),
                        ALGORITHM,
                        registered.notAfter(),
                        root.addresses());
        TokenKey key = token.make(kind.code(), ALGORITHM);
        Profile profile = profiles.get("issuing-" + kind.code());
        return authorities.register(
                kind.code(),
                kind,
                true,
                signed(profile, issuer, name(profile, "Example authority"), key, rootKey),
                Optional.of(kind.code()));
    }

    private byte[] signed(
            Profile profile, IssuerInfo issuer, SubjectName name, TokenKey key, TokenKey signer) {
        byte[] tbs =
                new TbsCertificates(profile, issuer)
                        .build(
                                name,
                                AlternativeNames.NONE,
                                key.publicKey().getEncoded(),
                                new SerialNumbers(random).next(),
                                profile.lifetime().from(Instant.now(), issuer.notAfter()));
        return TbsCertificates.certificate(tbs, ALGORITHM, signer.sign(tbs));
    }

    private static SubjectName name(Profile profile, String commonName) {
        return switch (SubjectName.of(profile, Map.of(SubjectAttribute.COMMON_NAME, commonName))) {
            case SubjectName.Outcome.Accepted(SubjectName accepted) -> accepted;
            case SubjectName.Outcome.Refused(List<SubjectProblem> problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
