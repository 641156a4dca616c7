package org.danaya.trust.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.crypto.Token;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.validation.AnchorsState;
import org.danaya.trust.validation.TrustAnchors;

/** The keys and anchors of our own authorities. */
public final class CertifiedKeys implements SigningKeys {

    private static final int KEY_USAGE_NON_REPUDIATION = 1;

    private final Certificates certificates;
    private final Authorities authorities;
    private final Token holders;
    private final Clock clock;

    CertifiedKeys(Certificates certificates, Authorities authorities, Token holders, Clock clock) {
        this.certificates = certificates;
        this.authorities = authorities;
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public List<Holder> of(UUID account) {
        Instant now = clock.instant();
        return certificates.ofHolder(account).stream()
                .filter(each -> each.keyLabel().isPresent())
                .filter(each -> each.state() instanceof CertificateStatus.State.Good)
                .filter(each -> now.isAfter(each.notBefore()) && now.isBefore(each.notAfter()))
                .map(each -> new Holder(each.keyLabel().orElseThrow(), chain(each)))
                .filter(each -> signs(each.certificate()))
                .toList();
    }

    @Override
    public SigningKey open(Holder holder) {
        return new SigningKey(
                holders.find(holder.id())
                        .orElseThrow(() -> new Fault(SignatureFault.NO_CERTIFICATE)),
                holder.chain());
    }

    /**
     * What opens the key of a certificate, whoever it is of: a person's, or a structure's seal.
     *
     * @param certificate whose key is kept here
     */
    public Holder holder(Certificate certificate) {
        return new Holder(certificate.keyLabel().orElseThrow(), chain(certificate));
    }

    /** The roots that are registered here, those for rehearsals by themselves. */
    List<TrustAnchors.Anchors> roots() {
        return Stream.concat(
                        roots(AnchorsState.OWN, each -> !each.rehearsal()),
                        roots(AnchorsState.REHEARSAL, Authority::rehearsal))
                .toList();
    }

    /** The authorities below the roots, whom documents may have left out. */
    List<X509Certificate> issuers() {
        return authorities.all().stream()
                .filter(each -> each.issuer().isPresent())
                .map(each -> token(each.certificate()).getCertificate())
                .toList();
    }

    private Stream<TrustAnchors.Anchors> roots(String name, Predicate<Authority> which) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        authorities.all().stream()
                .filter(each -> each.issuer().isEmpty())
                .filter(which)
                .map(each -> token(each.certificate()))
                .forEach(source::addCertificate);
        int count = source.getCertificates().size();
        return count == 0
                ? Stream.empty()
                : Stream.of(
                        new TrustAnchors.Anchors(
                                new AnchorsState(
                                        name,
                                        Optional.of(clock.instant()),
                                        Optional.empty(),
                                        count,
                                        true),
                                source));
    }

    private List<X509Certificate> chain(Certificate certificate) {
        Map<Integer, Authority> known =
                authorities.all().stream()
                        .collect(Collectors.toMap(Authority::id, Function.identity()));
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(token(certificate.der()).getCertificate());
        Optional<Authority> next = Optional.ofNullable(known.get(certificate.authority()));
        while (next.isPresent() && chain.size() < known.size() + 2) {
            chain.add(token(next.get().certificate()).getCertificate());
            next = next.get().issuer().map(known::get);
        }
        return chain;
    }

    /** Only a certificate for signatures (EN 319 412-2 §4.3.2), none for TLS. */
    private static boolean signs(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage[KEY_USAGE_NON_REPUDIATION];
    }

    private static CertificateToken token(byte[] der) {
        return DSSUtils.loadCertificate(der);
    }
}
