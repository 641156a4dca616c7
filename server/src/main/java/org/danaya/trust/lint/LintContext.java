package org.danaya.trust.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.trust.der.Der;
import org.danaya.trust.profile.ExtendedKeyUsage;
import org.danaya.trust.profile.IssuerInfo;
import org.danaya.trust.profile.KeyUsage;
import org.danaya.trust.profile.Policy;
import org.danaya.trust.profile.Profile;

/**
 * What a certificate is compared with, made once for a profile and an issuer.
 *
 * @param algorithm the AlgorithmIdentifier of the issuer's key
 * @param usages the bits of the profile's key usage, the first one 0x80
 * @param extensions the identifiers of the extensions that the profile allows
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LintContext(
        Profile profile,
        IssuerInfo issuer,
        byte[] algorithm,
        int usages,
        Set<String> purposes,
        List<String> policies,
        Set<String> extensions) {

    static LintContext of(Profile profile, IssuerInfo issuer) {
        return new LintContext(
                profile,
                issuer,
                Der.signatureAlgorithm(issuer.algorithm()),
                profile.usages().stream().mapToInt(LintContext::bit).sum(),
                profile.purposes().stream()
                        .map(ExtendedKeyUsage::oid)
                        .collect(Collectors.toUnmodifiableSet()),
                profile.policies().stream().map(Policy::oid).toList(),
                extensions(profile));
    }

    private static Set<String> extensions(Profile profile) {
        Set<String> known = new HashSet<>(Set.of(Oids.AUTHORITY_KEY_IDENTIFIER, Oids.KEY_USAGE));
        add(known, profile.keyIdentifier(), Oids.SUBJECT_KEY_IDENTIFIER);
        add(known, profile.kind().isAuthority(), Oids.BASIC_CONSTRAINTS);
        add(known, !profile.purposes().isEmpty(), Oids.PURPOSES);
        add(known, !profile.policies().isEmpty(), Oids.POLICIES);
        add(known, !profile.names().isEmpty(), Oids.ALTERNATIVE_NAMES);
        add(known, profile.pointers().crl(), Oids.CRL_POINTS);
        add(known, profile.pointers().ocsp() || profile.pointers().issuer(), Oids.ACCESS);
        add(known, !profile.statements().isEmpty(), Oids.STATEMENTS);
        add(known, profile.noCheck(), Oids.NO_CHECK);
        return Set.copyOf(known);
    }

    private static void add(Set<String> known, boolean allowed, String oid) {
        if (allowed) {
            known.add(oid);
        }
    }

    static int bit(KeyUsage usage) {
        return 0x80 >>> usage.bit();
    }
}
