package org.danaya.trust.ceremony;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.danaya.base.Fault;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.lint.Finding;
import org.danaya.trust.lint.LintOutcome;
import org.danaya.trust.lint.Linter;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.KeyIdentifiers;
import org.danaya.trust.profile.Lifetime;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SerialNumbers;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.SubjectProblem;
import org.danaya.trust.profile.TbsCertificates;

/** The root while its key is at hand: what it says of itself, and what it signs. */
record RootAuthority(TokenKey key, IssuerInfo info, boolean rehearsal) {

    /** A certificate as far as a ceremony speaks of it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Signed(String code, AuthorityKind kind, byte[] certificate, Optional<String> keyLabel) {

        Certificate read() {
            return Certificate.getInstance(certificate);
        }

        BigInteger serial() {
            return read().getSerialNumber().getValue();
        }

        Instant notAfter() {
            return read().getEndDate().getDate().toInstant();
        }
    }

    /** What the root signs with, beside its key. */
    record Desk(Profiles profiles, URI address, SecureRandom random, Clock clock) {}

    /** A new root, which signs itself. */
    static Map.Entry<RootAuthority, Signed> make(
            Desk desk, TokenKey key, String code, String name, boolean rehearsal) {
        Profile profile = desk.profiles().get(profile(AuthorityKind.ROOT));
        SubjectName subject = subject(profile, name);
        Lifetime.Validity validity = validity(desk, profile, rehearsal, Instant.MAX);
        IssuerInfo info =
                new IssuerInfo(
                        AuthorityKind.ROOT,
                        subject.encoded(),
                        KeyIdentifiers.of(key.publicKey().getEncoded()),
                        key.algorithm(),
                        validity.notAfter(),
                        AuthoritySettings.addresses(desk.address(), code));
        RootAuthority root = new RootAuthority(key, info, rehearsal);
        byte[] certificate =
                root.sign(desk, profile, subject, key.publicKey().getEncoded(), validity);
        return Map.entry(root, new Signed(code, AuthorityKind.ROOT, certificate, Optional.empty()));
    }

    /** The root of a certificate, whose key is at hand again. */
    static RootAuthority of(
            URI address, TokenKey key, String code, byte[] certificate, boolean rehearsal) {
        Certificate read = Certificate.getInstance(certificate);
        byte[] identifier =
                ASN1OctetString.getInstance(
                                read.getTBSCertificate()
                                        .getExtensions()
                                        .getExtensionParsedValue(Extension.subjectKeyIdentifier))
                        .getOctets();
        if (!java.util.Arrays.equals(identifier, KeyIdentifiers.of(key.publicKey().getEncoded()))) {
            throw new Fault(CeremonyFault.SHARES_DIFFER, CeremonyFolder.ROOT);
        }
        try {
            return new RootAuthority(
                    key,
                    new IssuerInfo(
                            AuthorityKind.ROOT,
                            read.getSubject().getEncoded("DER"),
                            identifier,
                            key.algorithm(),
                            read.getEndDate().getDate().toInstant(),
                            AuthoritySettings.addresses(address, code)),
                    rehearsal);
        } catch (java.io.IOException e) {
            throw new Fault(
                    e, CeremonyFault.FILE, CeremonyFolder.ROOT, String.valueOf(e.getMessage()));
        }
    }

    /**
     * That an authority may bear a name, before any key is made for it.
     *
     * @throws Fault {@link CeremonyFault#WRONG_ANSWER}
     */
    static void requireName(Desk desk, AuthorityKind kind, String name) {
        var _ = subject(desk.profiles().get(profile(kind)), name);
    }

    private static String profile(AuthorityKind kind) {
        return kind == AuthorityKind.ROOT ? "root" : "issuing-" + kind.code();
    }

    /** An issuing authority's certificate. */
    Signed sign(Desk desk, String code, AuthorityKind kind, String name, TokenKey issuing) {
        Profile profile = desk.profiles().get(profile(kind));
        byte[] certificate =
                sign(
                        desk,
                        profile,
                        subject(profile, name),
                        issuing.publicKey().getEncoded(),
                        validity(desk, profile, rehearsal, info.notAfter()));
        return new Signed(code, kind, certificate, Optional.of(issuing.label()));
    }

    private byte[] sign(
            Desk desk,
            Profile profile,
            SubjectName subject,
            byte[] publicKey,
            Lifetime.Validity validity) {
        byte[] tbs =
                new TbsCertificates(profile, info)
                        .build(
                                subject,
                                AlternativeNames.NONE,
                                publicKey,
                                new SerialNumbers(desk.random()).next(),
                                validity);
        return switch (Linter.of(profile, info).lint(tbs)) {
            case LintOutcome.Clean clean -> {
                byte[] linted = clean.token().redeem();
                yield TbsCertificates.certificate(linted, key.algorithm(), key.sign(linted));
            }
            case LintOutcome.Refused(List<Finding> findings) ->
                    throw new Fault(
                            CeremonyFault.LINT,
                            profile.id(),
                            findings.stream().map(Finding::id).collect(Collectors.joining(", ")));
        };
    }

    private static Lifetime.Validity validity(
            Desk desk, Profile profile, boolean rehearsal, Instant end) {
        Lifetime lifetime = profile.lifetime();
        Instant now = desk.clock().instant();
        return rehearsal
                ? lifetime.from(now, shorter(lifetime.usual(), Plan.REHEARSAL_LIFE), end)
                : lifetime.from(now, end);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static SubjectName subject(Profile profile, String name) {
        return switch (SubjectName.of(profile, Map.of(SubjectAttribute.COMMON_NAME, name))) {
            case SubjectName.Outcome.Accepted(SubjectName accepted) -> accepted;
            case SubjectName.Outcome.Refused(List<SubjectProblem> problems) ->
                    throw new Fault(
                            CeremonyFault.WRONG_ANSWER,
                            problems.getFirst().field(),
                            problems.getFirst().value());
        };
    }
}
