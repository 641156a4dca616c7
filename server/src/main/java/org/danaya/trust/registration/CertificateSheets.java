package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.danaya.log.LeafPlace;
import org.danaya.log.Leaves;
import org.danaya.table.Cell;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus.State;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.profile.Names;
import org.danaya.trust.profile.ProfileKind;
import org.springframework.stereotype.Component;

/** All that a page shows of one certificate. */
@Component
class CertificateSheets {

    private static final String ABOUT = "registration.about.";

    private final Certificates certificates;
    private final Authorities authorities;
    private final KnownProfiles profiles;
    private final Requests requests;
    private final Approvals approvals;
    private final Leaves leaves;
    private final Called called;
    private final Clock clock;

    CertificateSheets(
            Certificates certificates,
            Authorities authorities,
            KnownProfiles profiles,
            Requests requests,
            Approvals approvals,
            Leaves leaves,
            Called called,
            Clock clock) {
        this.certificates = certificates;
        this.authorities = authorities;
        this.profiles = profiles;
        this.requests = requests;
        this.approvals = approvals;
        this.leaves = leaves;
        this.called = called;
        this.clock = clock;
    }

    /**
     * A certificate.
     *
     * @param path of all certificates: the console's, or the holder's own
     * @param mayRevoke whether whoever looks may change its state
     * @param renewal where another one like it is asked for; empty where it can't be
     */
    Shown.One one(Certificate certificate, String path, boolean mayRevoke, String renewal) {
        TBSCertificate tbs = CertificateWords.tbs(certificate.der());
        Authority authority = authorities.find(certificate.authority()).orElseThrow();
        Certificates.Standing standing = Certificates.Standing.of(certificate, clock.instant());
        boolean live =
                standing != Certificates.Standing.REVOKED
                        && standing != Certificates.Standing.EXPIRED;
        boolean suspended = standing == Certificates.Standing.SUSPENDED;
        String code = profiles.code(certificate.profile());
        return new Shown.One(
                certificate.id(),
                CertificateWords.title(tbs),
                Shown.tag(standing),
                profiles.find(code)
                        .map(known -> known.profile().title())
                        .orElseGet(() -> new Names(code, code)),
                profiles.find(code)
                        .map(known -> known.profile().kind())
                        .orElse(ProfileKind.SIGNATURE),
                authority.rehearsal(),
                CertificateWords.lines(tbs),
                about(certificate, authority),
                deeds(certificate),
                place(certificate),
                certificate.request(),
                path + "/" + certificate.id(),
                live && mayRevoke && !suspended,
                live && mayRevoke && suspended,
                live && mayRevoke,
                renewal);
    }

    /** The name of a certificate, for titles. */
    static String title(Certificate certificate) {
        return CertificateWords.title(CertificateWords.tbs(certificate.der()));
    }

    private List<Line> about(Certificate certificate, Authority authority) {
        List<Line> lines = new ArrayList<>();
        switch (certificate.state()) {
            case State.Good() -> {}
            case State.Suspended(Instant at) ->
                    lines.add(new Line(ABOUT + "suspended", new Cell.Time(at)));
            case State.Revoked(Instant at, RevocationReason reason, Optional<Instant> since) -> {
                lines.add(new Line(ABOUT + "revoked", new Cell.Time(at)));
                lines.add(
                        new Line(
                                ABOUT + "reason",
                                new Cell.Words("registration.reason." + reason.spelled())));
                since.ifPresent(
                        moment -> lines.add(new Line(ABOUT + "since", new Cell.Time(moment))));
            }
        }
        lines.add(Line.text(ABOUT + "authority", authority.code()));
        certificate
                .structure()
                .ifPresent(
                        id ->
                                lines.add(
                                        Line.text(
                                                ABOUT + "structure",
                                                called.structure(Optional.of(id)))));
        certificate
                .holder()
                .ifPresent(id -> lines.add(Line.text(ABOUT + "holder", called.account(id))));
        lines.add(
                new Line(
                        ABOUT + "key",
                        new Cell.Words(
                                ABOUT
                                        + (certificate.keyLabel().isPresent()
                                                ? "key.here"
                                                : "key.elsewhere"))));
        lines.add(Line.code(ABOUT + "sha256", HexFormat.of().formatHex(certificate.sha256())));
        return lines;
    }

    private List<Shown.Deed> deeds(Certificate certificate) {
        return certificate.request().flatMap(requests::find).stream()
                .flatMap(
                        request ->
                                request instanceof Request.Issued(_, Request.Prepared prepared, _)
                                        ? approvals.given(prepared).stream()
                                        : java.util.stream.Stream.<Approvals.Given>empty())
                .filter(Approvals.Given::stands)
                .map(
                        each ->
                                new Shown.Deed(
                                        called.account(each.approver()), each.at(), each.basis()))
                .toList();
    }

    private Optional<Long> place(Certificate certificate) {
        return leaves.find("authority:issued:" + certificate.id())
                .flatMap(
                        place ->
                                switch (place) {
                                    case LeafPlace.Waiting() -> Optional.<Long>empty();
                                    case LeafPlace.Placed(long index) -> Optional.of(index);
                                    case LeafPlace.Erased(long index) -> Optional.of(index);
                                });
    }

    /** A certificate that somebody holds. */
    Optional<Certificate> ofHolder(long id, java.util.UUID holder) {
        return certificates
                .find(id)
                .filter(found -> found.holder().filter(holder::equals).isPresent());
    }
}
