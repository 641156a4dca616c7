package org.danaya.trust.authority;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.danaya.access.TestAccounts;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.crypto.Tokens;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.KeyIdentifiers;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SerialNumbers;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.TbsCertificates;

/** A root and authorities below it on a whole platform, made once, without a ceremony. */
public final class PlatformAuthorities {

    private static final String ROOT = "essai-racine";

    private final Token token;
    private final Profiles profiles;
    private final Authorities authorities;
    private final Infrastructure infrastructure;

    private PlatformAuthorities(TestAccounts.Beans beans) {
        this.token = beans.get(Tokens.class).authorities();
        this.profiles = beans.get(Profiles.class);
        this.authorities = beans.get(Authorities.class);
        this.infrastructure = beans.get(Infrastructure.class);
    }

    /** The authority of a kind; it and its root are made where they aren't there yet. */
    public static synchronized Authority on(TestAccounts.Beans beans, AuthorityKind kind) {
        return new PlatformAuthorities(beans).below(kind);
    }

    private Authority below(AuthorityKind kind) {
        String code = "essai-" + kind.code();
        return authorities
                .find(code)
                .orElseGet(
                        () -> {
                            TokenKey rootKey = rootKey();
                            Authority root = authorities.find(ROOT).orElseGet(() -> root(rootKey));
                            TokenKey key = token.make(code, KeyAlgorithm.EC_P256);
                            byte[] certificate =
                                    signed(
                                            profiles.get("issuing-" + kind.code()),
                                            info(root.certificate(), root.notAfter()),
                                            "Autorité d’essai " + kind.code(),
                                            key,
                                            rootKey);
                            Authority made =
                                    authorities.register(
                                            code, kind, true, certificate, Optional.of(code));
                            infrastructure.approve(
                                    made.id(),
                                    "ocsp",
                                    "ceremony:exemple",
                                    Duration.ofDays(365),
                                    1_000);
                            return made;
                        });
    }

    private TokenKey rootKey() {
        return token.find(ROOT).orElseGet(() -> token.make(ROOT, KeyAlgorithm.EC_P256));
    }

    private Authority root(TokenKey key) {
        Profile profile = profiles.get("root");
        IssuerInfo self =
                new IssuerInfo(
                        AuthorityKind.ROOT,
                        name(profile, "Racine d’essai").encoded(),
                        KeyIdentifiers.of(key.publicKey().getEncoded()),
                        KeyAlgorithm.EC_P256,
                        Instant.now().plus(Duration.ofDays(36_500)),
                        AuthoritySettings.addresses(TestAuthority.ADDRESS, ROOT));
        return authorities.register(
                ROOT,
                AuthorityKind.ROOT,
                true,
                signed(profile, self, "Racine d’essai", key, key),
                Optional.empty());
    }

    private static IssuerInfo info(byte[] certificate, Instant notAfter) {
        org.bouncycastle.asn1.x509.Certificate read =
                org.bouncycastle.asn1.x509.Certificate.getInstance(certificate);
        try {
            return new IssuerInfo(
                    AuthorityKind.ROOT,
                    read.getSubject().getEncoded("DER"),
                    KeyIdentifiers.of(read.getSubjectPublicKeyInfo().getEncoded("DER")),
                    KeyAlgorithm.EC_P256,
                    notAfter,
                    AuthoritySettings.addresses(TestAuthority.ADDRESS, ROOT));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] signed(
            Profile profile, IssuerInfo issuer, String commonName, TokenKey key, TokenKey signer) {
        byte[] tbs =
                new TbsCertificates(profile, issuer)
                        .build(
                                name(profile, commonName),
                                AlternativeNames.NONE,
                                key.publicKey().getEncoded(),
                                new SerialNumbers(new SecureRandom()).next(),
                                profile.lifetime().from(Instant.now(), issuer.notAfter()));
        return TbsCertificates.certificate(tbs, signer.algorithm(), signer.sign(tbs));
    }

    private static SubjectName name(Profile profile, String commonName) {
        return switch (SubjectName.of(profile, Map.of(SubjectAttribute.COMMON_NAME, commonName))) {
            case SubjectName.Outcome.Accepted(SubjectName accepted) -> accepted;
            case SubjectName.Outcome.Refused(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
