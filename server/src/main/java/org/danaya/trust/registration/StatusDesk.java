package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Cell;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.springframework.stereotype.Component;

/**
 * The steps with which a certificate is suspended, released and revoked, wherever they are offered.
 * Whether whoever asks may do so is checked before.
 */
@Component
class StatusDesk {

    /** The reasons that people give; those about authorities are not theirs. */
    enum Reason {
        KEY_COMPROMISE(RevocationReason.KEY_COMPROMISE),
        AFFILIATION_CHANGED(RevocationReason.AFFILIATION_CHANGED),
        SUPERSEDED(RevocationReason.SUPERSEDED),
        CESSATION_OF_OPERATION(RevocationReason.CESSATION_OF_OPERATION),
        PRIVILEGE_WITHDRAWN(RevocationReason.PRIVILEGE_WITHDRAWN),
        UNSPECIFIED(RevocationReason.UNSPECIFIED);

        private final RevocationReason reason;

        Reason(RevocationReason reason) {
            this.reason = reason;
        }

        RevocationReason reason() {
            return reason;
        }
    }

    private static final String WORDS = "registration.revoke";
    private static final String REASON_WORDS = "registration.reason";
    private static final Field<Reason> REASON =
            Field.choice("reason", Reason.class, REASON_WORDS).radios();
    private static final Field<LocalDate> SINCE = Field.date("since").optional();

    private final Revocations revocations;
    private final Certificates certificates;
    private final Clock clock;

    StatusDesk(Revocations revocations, Certificates certificates, Clock clock) {
        this.revocations = revocations;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** The form with the reason. */
    Answer ask(Certificate certificate, String base) {
        return Page.of("registration/ask", asking(certificate, base, form()));
    }

    /** What will happen, with what was typed. */
    Answer check(Certificate certificate, String base, Submission sent) {
        Form form = read(certificate, sent);
        if (form.wrong()) {
            return Page.of("registration/ask", asking(certificate, base, form)).status(422);
        }
        List<Line> answers = new ArrayList<>();
        answers.add(
                new Line(
                        WORDS + ".reason",
                        new Cell.Words(REASON_WORDS + "." + form.get(REASON).reason().spelled())));
        form.find(SINCE)
                .ifPresent(day -> answers.add(new Line(WORDS + ".since", new Cell.Day(day))));
        return Page.of(
                "registration/decide",
                new Shown.Deciding(
                        "registration.revoke.title",
                        CertificateSheets.title(certificate),
                        base,
                        List.of(
                                said("registration.revoke.effect.now"),
                                said("registration.revoke.effect.told"),
                                said("registration.revoke.effect.before"),
                                said("registration.revoke.effect.final")),
                        answers,
                        Form.of(WORDS, REASON.hidden(), SINCE.hidden()).read(sent),
                        base + "/revoke",
                        "registration.revoke.submit",
                        true));
    }

    /** Revokes. */
    Answer revoke(Certificate certificate, String base, Submission sent) {
        Form form = read(certificate, sent);
        if (form.wrong()) {
            return Page.of("registration/ask", asking(certificate, base, form)).status(422);
        }
        revocations.revoke(
                certificate.id(),
                form.get(REASON).reason(),
                form.find(SINCE).map(day -> since(certificate, day)));
        return Redirect.to(base).saying(Notice.done("registration.revoke.done"));
    }

    /** What a suspension does, before it is done. */
    Answer askToSuspend(Certificate certificate, String base) {
        return Page.of(
                "registration/decide",
                new Shown.Deciding(
                        "registration.suspend.title",
                        CertificateSheets.title(certificate),
                        base,
                        List.of(
                                said("registration.suspend.effect.now"),
                                said("registration.suspend.effect.told"),
                                said("registration.suspend.effect.undone")),
                        List.of(),
                        Form.of(WORDS),
                        base + "/suspend",
                        "registration.suspend.submit",
                        true));
    }

    /** Suspends. */
    Answer suspend(Certificate certificate, String base) {
        revocations.suspend(certificate.id());
        return Redirect.to(base).saying(Notice.done("registration.suspend.done"));
    }

    /** What a release does, before it is done. */
    Answer askToRelease(Certificate certificate, String base) {
        return Page.of(
                "registration/decide",
                new Shown.Deciding(
                        "registration.release.title",
                        CertificateSheets.title(certificate),
                        base,
                        List.of(
                                said("registration.release.effect.now"),
                                said("registration.release.effect.log")),
                        List.of(),
                        Form.of(WORDS),
                        base + "/release",
                        "registration.release.submit",
                        false));
    }

    /** Ends a suspension. */
    Answer release(Certificate certificate, String base) {
        revocations.release(certificate.id());
        return Redirect.to(base).saying(Notice.done("registration.release.done"));
    }

    /** A certificate. */
    Certificate get(long id) {
        return certificates.get(id);
    }

    private Form read(Certificate certificate, Submission sent) {
        Form form = form().read(sent);
        Optional<LocalDate> since = form.find(SINCE);
        if (since.isPresent()) {
            LocalDate first = LocalDate.ofInstant(certificate.notBefore(), ZoneOffset.UTC);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (since.get().isBefore(first) || since.get().isAfter(today)) {
                return form.refuse(SINCE, "registration.revoke.since.outside");
            }
        }
        return form;
    }

    /** The beginning of the day; on the certificate's first day, its first second. */
    private static Instant since(Certificate certificate, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return start.isBefore(certificate.notBefore()) ? certificate.notBefore() : start;
    }

    private static Shown.Asking asking(Certificate certificate, String base, Form form) {
        if (certificate.state()
                instanceof org.danaya.trust.authority.CertificateStatus.State.Revoked) {
            throw new Fault(AuthorityFault.ALREADY_REVOKED);
        }
        return new Shown.Asking(
                "registration.revoke.title",
                CertificateSheets.title(certificate),
                "registration.revoke.intro",
                "registration.certificate",
                base,
                form,
                base + "/revoke/check",
                "registration.continue");
    }

    private static Form form() {
        return Form.of(WORDS, REASON, SINCE);
    }

    private static Map.Entry<String, List<String>> said(String key) {
        return Map.entry(key, List.of());
    }
}
