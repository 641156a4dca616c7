package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.table.Cell;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus.State;
import org.danaya.trust.authority.Certificates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What everybody may see: the authorities with their certificates, and whether a certificate may be
 * relied on. Whose it is isn't told.
 */
@Controller
class PublicPages {

    static final String PATH = "/authorities";

    private static final Field<String> SERIAL = Field.text("serial", 80);
    private static final String ABOUT = "registration.about.";

    private final AuthorityTree tree;
    private final Authorities authorities;
    private final Certificates certificates;
    private final Clock clock;

    PublicPages(
            AuthorityTree tree, Authorities authorities, Certificates certificates, Clock clock) {
        this.tree = tree;
        this.authorities = authorities;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Open
    @GetMapping(PATH)
    Answer list(Query query) {
        String typed = query.text("serial");
        Form form =
                Form.of("registration.public", SERIAL)
                        .with(SERIAL, Optional.of(typed).filter(text -> !text.isEmpty()));
        String digits = typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return Page.of("registration/public", new Shown.Seen(tree.all(), form, "", List.of()));
        }
        if (!digits.matches("(?:[0-9a-f]{2}){1,20}")) {
            return Page.of(
                            "registration/public",
                            new Shown.Seen(
                                    tree.all(),
                                    form.refuse(SERIAL, "registration.public.serial.wrong"),
                                    "",
                                    List.of()))
                    .status(422);
        }
        return Page.of(
                "registration/public",
                new Shown.Seen(
                        tree.all(),
                        form,
                        digits,
                        certificates.ofSerial(HexFormat.of().parseHex(unpadded(digits))).stream()
                                .map(this::found)
                                .toList()));
    }

    @Open
    @GetMapping(PATH + "/{code:[a-z0-9][a-z0-9-]{0,62}}.{form:pem|cer}")
    Answer certificate(@PathVariable String code, @PathVariable String form) {
        Authority authority =
                authorities
                        .find(code)
                        .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_AUTHORITY, code));
        byte[] der = authority.certificate();
        return form.equals("pem")
                ? Download.text(
                        code + ".pem", "application/x-pem-file", CertificateFiles.armoured(der))
                : new Download(code + ".cer", "application/pkix-cert", (_, out) -> out.write(der));
    }

    private Shown.Found found(Certificate certificate) {
        Certificates.Standing standing = Certificates.Standing.of(certificate, clock.instant());
        List<Line> facts = new ArrayList<>();
        if (certificate.state() instanceof State.Revoked(Instant at, _, Optional<Instant> since)) {
            facts.add(new Line(ABOUT + "revoked", new Cell.Time(at)));
            since.ifPresent(moment -> facts.add(new Line(ABOUT + "since", new Cell.Time(moment))));
        }
        if (certificate.state() instanceof State.Suspended(Instant at)) {
            facts.add(new Line(ABOUT + "suspended", new Cell.Time(at)));
        }
        facts.add(new Line("registration.says.from", new Cell.Time(certificate.notBefore())));
        facts.add(new Line("registration.says.until", new Cell.Time(certificate.notAfter())));
        Optional<Authority> authority = authorities.find(certificate.authority());
        authority.ifPresent(
                known ->
                        facts.add(
                                Line.text(
                                        ABOUT + "authority",
                                        CertificateWords.title(
                                                CertificateWords.tbs(known.certificate())))));
        return new Shown.Found(
                Shown.tag(
                        standing == Certificates.Standing.EXPIRING
                                ? Certificates.Standing.GOOD
                                : standing),
                authority.map(Authority::rehearsal).orElse(false),
                facts);
    }

    /** A number is kept without the zero byte that DER may begin it with. */
    private static String unpadded(String digits) {
        String rest = digits;
        while (rest.length() > 2 && rest.startsWith("00")) {
            rest = rest.substring(2);
        }
        return rest;
    }
}
