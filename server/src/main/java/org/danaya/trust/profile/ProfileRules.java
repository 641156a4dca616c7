package org.danaya.trust.profile;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.danaya.base.Fault;

/** What the standards ask of a profile of each kind, checked when it is read. */
final class ProfileRules {

    private static final Duration FIFTY_YEARS = Duration.ofDays(50 * 365L);

    /** CA/Browser Forum BR §6.3.2 since 15 March 2026. */
    private static final Duration TLS_MOST = Duration.ofDays(200);

    private static final Set<KeyUsage> AUTHORITY =
            EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
    private static final Set<KeyUsage> SIGNS =
            EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.NON_REPUDIATION);

    private final String file;
    private final Profile profile;

    private ProfileRules(String file, Profile profile) {
        this.file = file;
        this.profile = profile;
    }

    static void check(String file, Profile profile) {
        ProfileRules rules = new ProfileRules(file, profile);
        rules.whole();
        switch (profile.kind()) {
            case ROOT, ISSUING -> rules.authority();
            case SIGNATURE, SEAL -> rules.signature();
            case TLS_SERVER -> rules.server();
            case TLS_CLIENT -> rules.client();
            case OCSP -> rules.responder();
            case TIMESTAMP -> rules.timestamp();
        }
    }

    private void whole() {
        ask(!profile.issuedBy().isEmpty(), "issued-by", "RFC 5280 §3.2");
        ask(!profile.keys().algorithms().isEmpty(), "algorithms", "RFC 5280 §4.1.2.7");
        ask(!profile.keys().origins().isEmpty(), "made", "RFC 5280 §4.1.2.7");
        ask(!profile.usages().isEmpty(), "key-usage", "RFC 5280 §4.2.1.3");
        ask(
                !profile.subject().isEmpty()
                        && profile.subject().stream()
                                        .map(SubjectField::attribute)
                                        .distinct()
                                        .count()
                                == profile.subject().size(),
                "subject",
                "RFC 5280 §4.1.2.6");
        ask(
                profile.names().stream().map(SanRule::type).distinct().count()
                                == profile.names().size()
                        && profile.names().stream().allMatch(rule -> rule.least() <= rule.most()),
                "alternative-names",
                "RFC 5280 §4.2.1.6");
        Lifetime lifetime = profile.lifetime();
        ask(
                lifetime.most().compareTo(FIFTY_YEARS) <= 0
                        && lifetime.usual().compareTo(lifetime.most()) <= 0
                        && lifetime.backdate().compareTo(lifetime.usual()) < 0,
                "lifetime",
                "RFC 5280 §4.1.2.5");
        ask(
                profile.policies().stream().map(Policy::oid).distinct().count()
                        == profile.policies().size(),
                "policies",
                "RFC 5280 §4.2.1.4");
        if (!profile.kind().isAuthority()) {
            ask(profile.pathLength().isEmpty(), "path-length", "RFC 5280 §4.2.1.9");
            ask(
                    !profile.usages().contains(KeyUsage.KEY_CERT_SIGN),
                    "key-usage",
                    "RFC 5280 §4.2.1.3");
            ask(!profile.issuedBy().contains(AuthorityKind.ROOT), "issued-by", "CA/B BR §6.1.7");
        }
        ask(
                profile.noCheck() == (profile.kind() == ProfileKind.OCSP),
                "ocsp-no-check",
                "RFC 6960 §4.2.2.2.1");
    }

    private void authority() {
        ask(profile.usages().containsAll(AUTHORITY), "key-usage", "RFC 5280 §4.2.1.9");
        ask(profile.keyIdentifier(), "subject-key-identifier", "RFC 5280 §4.2.1.2");
        ask(
                profile.issuedBy().equals(Set.of(AuthorityKind.ROOT)),
                "issued-by",
                "ETSI EN 319 411-1 §6.3.3");
        if (profile.kind() == ProfileKind.ISSUING) {
            ask(profile.pathLength().isPresent(), "path-length", "RFC 5280 §4.2.1.9");
            ask(!profile.policies().isEmpty(), "policies", "RFC 5280 §4.2.1.4");
            ask(
                    !profile.purposes().contains(ExtendedKeyUsage.OCSP_SIGNING),
                    "extended-key-usage",
                    "CA/B BR §7.1.2.10.6");
        }
    }

    private void signature() {
        ask(
                profile.usages().contains(KeyUsage.NON_REPUDIATION),
                "key-usage",
                "ETSI EN 319 412-2 §4.3.2");
        ask(!profile.policies().isEmpty(), "policies", "ETSI EN 319 412-2 §4.3.3");
        ask(profile.pointers().issuer(), "issuer-address", "ETSI EN 319 412-2 §4.4.1");
        ask(
                profile.pointers().ocsp() || profile.pointers().crl(),
                "crl-address",
                "ETSI EN 319 412-2 §4.3.11");
        ask(has(SubjectAttribute.COUNTRY), "subject", "ETSI EN 319 412-2 §4.2.4");
        ask(has(SubjectAttribute.COMMON_NAME), "subject", "ETSI EN 319 412-2 §4.2.4");
        if (profile.kind() == ProfileKind.SIGNATURE) {
            ask(
                    has(SubjectAttribute.PSEUDONYM)
                            || (has(SubjectAttribute.GIVEN_NAME) && has(SubjectAttribute.SURNAME)),
                    "subject",
                    "ETSI EN 319 412-2 §4.2.4");
        } else {
            ask(has(SubjectAttribute.ORGANIZATION), "subject", "ETSI EN 319 412-3 §4.2.1");
            ask(
                    has(SubjectAttribute.ORGANIZATION_IDENTIFIER),
                    "subject",
                    "ETSI EN 319 412-3 §4.2.1");
        }
    }

    private void server() {
        ask(
                profile.purposes().contains(ExtendedKeyUsage.SERVER_AUTH),
                "extended-key-usage",
                "CA/B BR §7.1.2.7.10");
        ask(
                profile.names(AlternativeName.Type.DNS)
                        .or(() -> profile.names(AlternativeName.Type.IP))
                        .isPresent(),
                "alternative-names",
                "CA/B BR §7.1.2.7.12");
        ask(profile.lifetime().most().compareTo(TLS_MOST) <= 0, "lifetime", "CA/B BR §6.3.2");
        ask(
                profile.usages().contains(KeyUsage.DIGITAL_SIGNATURE),
                "key-usage",
                "CA/B BR §7.1.2.7.11");
    }

    private void client() {
        ask(
                profile.purposes().contains(ExtendedKeyUsage.CLIENT_AUTH),
                "extended-key-usage",
                "RFC 5280 §4.2.1.12");
        ask(
                profile.usages().contains(KeyUsage.DIGITAL_SIGNATURE),
                "key-usage",
                "RFC 5280 §4.2.1.12");
    }

    private void responder() {
        ask(
                profile.purposes().equals(Set.of(ExtendedKeyUsage.OCSP_SIGNING)),
                "extended-key-usage",
                "RFC 6960 §4.2.2.2");
        ask(
                profile.usages().contains(KeyUsage.DIGITAL_SIGNATURE),
                "key-usage",
                "RFC 5280 §4.2.1.12");
        ask(
                profile.lifetime().most().compareTo(Duration.ofDays(90)) <= 0,
                "lifetime",
                "RFC 6960 §4.2.2.2.1");
    }

    private void timestamp() {
        ask(
                profile.purposes().equals(Set.of(ExtendedKeyUsage.TIME_STAMPING))
                        && profile.purposesCritical(),
                "extended-key-usage",
                "RFC 3161 §2.3");
        ask(SIGNS.containsAll(profile.usages()), "key-usage", "ETSI EN 319 422 §9.1");
    }

    private boolean has(SubjectAttribute attribute) {
        return profile.subject().stream().anyMatch(field -> field.attribute() == attribute);
    }

    private void ask(boolean holds, String key, String clause) {
        if (!holds) {
            throw new Fault(ProfileFault.BREAKS_RULE, file, profile.id(), key, clause);
        }
    }
}
