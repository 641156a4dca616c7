package org.danaya.trust.registration;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.form.Form;
import org.danaya.table.Cell;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.authority.Register;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Names;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.stereotype.Component;

/** All that a page shows of one request. */
@Component
class RequestSheets {

    private static final String ABOUT = "registration.about.";

    private final Requests requests;
    private final Examinations examinations;
    private final Approvals approvals;
    private final Certificates certificates;
    private final KnownProfiles profiles;
    private final Register register;
    private final Called called;

    RequestSheets(
            Requests requests,
            Examinations examinations,
            Approvals approvals,
            Certificates certificates,
            KnownProfiles profiles,
            Register register,
            Called called) {
        this.requests = requests;
        this.examinations = examinations;
        this.approvals = approvals;
        this.certificates = certificates;
        this.profiles = profiles;
        this.register = register;
        this.called = called;
    }

    /** A request, with the forms as they were sent. */
    Shown.OneRequest one(Request request, Form attach, Form refusal) {
        Request.Head head = request.head();
        Optional<Profile> profile = profiles.find(head.profile()).map(each -> each.profile());
        return new Shown.OneRequest(
                request,
                title(head),
                Shown.tag(request),
                profile.map(Profile::title)
                        .orElseGet(() -> new Names(head.profile(), head.profile())),
                facts(head),
                profile.map(known -> unconfirmed(known, head)).orElseGet(List::of),
                requests.evidence(head.id()).stream()
                        .map(each -> new Shown.Attached(each, called.account(each.addedBy())))
                        .toList(),
                attach,
                profile.map(known -> checks(known, head.id())).orElseGet(List::of),
                request instanceof Request.Prepared prepared
                        ? profile.map(known -> draft(prepared, known))
                        : Optional.empty(),
                request instanceof Request.Prepared prepared
                                && profiles.find(prepared.profile()).isPresent()
                        ? Statements.hash(approvals, List.of(prepared))
                        : "",
                refusal,
                may(request),
                certificates.ofRequest(head.id()).map(Certificate::id),
                switch (request) {
                    case Request.Refused(_, UUID by, _, String reason) ->
                            Optional.of(called.account(by) + " : " + reason);
                    case Request.Submitted _,
                            Request.Prepared _,
                            Request.Issued _,
                            Request.Withdrawn _ ->
                            Optional.empty();
                });
    }

    private List<String> unconfirmed(Profile profile, Request.Head head) {
        return register
                .unconfirmed(profile, register.find(head.structure()), head.subject())
                .stream()
                .map(Wanted::label)
                .toList();
    }

    /** A short name of whom or what is asked for. */
    static String title(Request.Head head) {
        return Optional.ofNullable(head.subject().get(SubjectAttribute.COMMON_NAME))
                .or(
                        () ->
                                head.alternatives().stream()
                                        .findFirst()
                                        .map(name -> Wanted.plain(List.of(name))))
                .or(() -> Optional.ofNullable(head.subject().get(SubjectAttribute.ORGANIZATION)))
                .orElseGet(head::profile);
    }

    private List<Line> facts(Request.Head head) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.text(ABOUT + "structure", called.structure(head.structure())));
        for (SubjectAttribute attribute : SubjectAttribute.values()) {
            String value = head.subject().get(attribute);
            if (value != null) {
                lines.add(Line.text(Wanted.label(attribute), value));
            }
        }
        if (!head.alternatives().isEmpty()) {
            lines.add(Line.text("registration.says.names", Wanted.plain(head.alternatives())));
        }
        lines.add(Line.text("registration.says.key", CertificateWords.key(head.publicKey())));
        lines.add(
                new Line(
                        ABOUT + "key",
                        new Cell.Words(
                                ABOUT
                                        + (head.keyLabel().isPresent()
                                                ? "key.here"
                                                : "key.elsewhere"))));
        head.holder().ifPresent(id -> lines.add(Line.text(ABOUT + "holder", called.account(id))));
        lines.add(Line.text(ABOUT + "applicant", called.account(head.applicant())));
        lines.add(new Line(ABOUT + "submitted", new Cell.Time(head.submittedAt())));
        return lines;
    }

    private List<Shown.Checked> checks(Profile profile, UUID request) {
        Map<IdentityCheck, Examinations.Done> done =
                examinations.done(request).stream()
                        .collect(Collectors.toMap(Examinations.Done::check, Function.identity()));
        return IdentityCheck.of(profile.kind()).stream()
                .map(
                        check ->
                                new Shown.Checked(
                                        check.code(),
                                        Optional.ofNullable(done.get(check))
                                                .map(
                                                        each ->
                                                                new Shown.Deed(
                                                                        called.account(each.by()),
                                                                        each.at()))))
                .toList();
    }

    private Shown.Draft draft(Request.Prepared prepared, Profile profile) {
        HexFormat hex = HexFormat.of();
        List<Approvals.Given> given =
                approvals.given(prepared).stream().filter(Approvals.Given::stands).toList();
        UUID self = Actor.self();
        return new Shown.Draft(
                CertificateWords.lines(TBSCertificate.getInstance(prepared.tbs())),
                hex.formatHex(prepared.tbsSha256()),
                hex.formatHex(prepared.evidenceSha256()),
                new Shown.Deed(called.account(prepared.preparedBy()), prepared.preparedAt()),
                given.size(),
                profile.approvals(),
                given.stream()
                        .map(
                                each ->
                                        new Shown.Deed(
                                                called.account(each.approver()),
                                                each.at(),
                                                each.basis()))
                        .toList(),
                self.equals(prepared.preparedBy()),
                given.stream().anyMatch(each -> each.approver().equals(self)));
    }

    private static Shown.May may(Request request) {
        Request.Head head = request.head();
        boolean open = request instanceof Request.Submitted || request instanceof Request.Prepared;
        UUID self = Actor.self();
        return new Shown.May(
                open && Reached.holds(Right.EXAMINE_CERTIFICATES, head.structure()),
                request instanceof Request.Prepared
                        && Reached.holds(Right.APPROVE_CERTIFICATES, head.structure()),
                open && Reached.holds(Right.REQUEST_CERTIFICATES, head.structure()),
                self.equals(head.applicant()) || head.holder().filter(self::equals).isPresent());
    }
}
