package org.danaya.trust.registration;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The certificates, in the console. */
@Controller
class CertificatePages {

    static final String PATH = "/console/certificates";
    static final String ID = "/{id:[0-9]{1,18}}";

    private static final Set<String> SHIPPED =
            Set.of(
                    "person-signature",
                    "structure-seal",
                    "tls-server",
                    "tls-client",
                    "ocsp",
                    "timestamp");
    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<Certificates.Standing> STANDING =
            Field.choice("state", Certificates.Standing.class, "registration.standing").optional();

    private final Certificates certificates;
    private final CertificateSheets sheets;
    private final Authorities authorities;
    private final KnownProfiles profiles;
    private final Requests requests;
    private final Field<String> profile;
    private final Table<Certificate> table;

    CertificatePages(
            Certificates certificates,
            CertificateSheets sheets,
            Authorities authorities,
            KnownProfiles profiles,
            Requests requests,
            Clock clock) {
        this.certificates = certificates;
        this.sheets = sheets;
        this.authorities = authorities;
        this.profiles = profiles;
        this.requests = requests;
        this.profile =
                Field.choice(
                                "profile",
                                profiles.all().stream()
                                        .filter(known -> !known.profile().kind().isAuthority())
                                        .map(known -> option(known.profile()))
                                        .toList())
                        .optional();
        this.table =
                Table.of(
                                "registration.certificates",
                                List.of(
                                        Column.<Certificate>link(
                                                        "subject",
                                                        each -> CertificateWords.title(tbs(each)),
                                                        each -> PATH + "/" + each.id())
                                                .sortedBy(Certificates.BY_SUBJECT),
                                        Column.<Certificate>text(
                                                "organization", CertificatePages::organization),
                                        new Column<Certificate>("profile", this::title, null),
                                        Column.<Certificate>tag(
                                                "state",
                                                each ->
                                                        Shown.tag(
                                                                Certificates.Standing.of(
                                                                        each, clock.instant()))),
                                        Column.<Certificate>time("until", Certificate::notAfter)
                                                .sortedBy(Certificates.BY_END),
                                        Column.<Certificate>code(
                                                "serial",
                                                each -> HexFormat.of().formatHex(each.serial()))))
                        .filteredBy(TEXT, STANDING, profile);
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Certificates.Search search =
                new Certificates.Search(
                        asked.filters().find(TEXT).orElse(""),
                        asked.filters().find(STANDING),
                        asked.filters().find(profile),
                        Reached.of(Right.READ_CERTIFICATES));
        List<Certificate> rows =
                certificates.find(search, asked.orderBy(), asked.offset(), asked.limit());
        if (asked.away()) {
            return table.download(asked, "certificates", rows);
        }
        int waiting = requests.open(Reached.of(Right.READ_CERTIFICATES)).size();
        return Page.of(
                "registration/certificates",
                new Shown.Listed(table.show(asked, rows, certificates.count(search)), waiting));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH + ID)
    Answer one(@PathVariable long id) {
        Certificate certificate = reached(id);
        boolean mayRevoke = Reached.holds(Right.REVOKE_CERTIFICATES, certificate.structure());
        boolean mayRequest = Reached.holds(Right.REQUEST_CERTIFICATES, certificate.structure());
        return Page.of(
                "registration/certificate",
                sheets.one(
                        certificate,
                        PATH,
                        mayRevoke,
                        mayRequest && certificate.request().isPresent()
                                ? PATH + "/" + id + "/renew"
                                : ""));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH + ID + "/certificate.pem")
    Answer pem(@PathVariable long id) {
        return CertificateFiles.pem(reached(id));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH + ID + "/certificate.der")
    Answer der(@PathVariable long id) {
        return CertificateFiles.der(reached(id));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH + ID + "/chain.pem")
    Answer chain(@PathVariable long id) {
        return CertificateFiles.chain(reached(id), authorities);
    }

    private Certificate reached(long id) {
        Certificate certificate = certificates.get(id);
        Reached.need(Right.READ_CERTIFICATES, certificate.structure());
        return certificate;
    }

    private Cell title(Certificate certificate) {
        String code = profiles.code(certificate.profile());
        return profiles.find(code)
                .<Cell>map(
                        known ->
                                new Cell.Named(
                                        known.profile().title().fr(), known.profile().title().en()))
                .orElseGet(() -> new Cell.Text(code));
    }

    /** The profiles that the program brings have one for each kind. */
    static Option option(Profile profile) {
        String kind = "registration.kind." + profile.kind().name().toLowerCase(Locale.ROOT);
        return SHIPPED.contains(profile.id())
                ? Option.worded(profile.id(), kind.replace('_', '-'))
                : Option.named(profile.id(), profile.title().fr());
    }

    private static TBSCertificate tbs(Certificate certificate) {
        return CertificateWords.tbs(certificate.der());
    }

    private static String organization(Certificate certificate) {
        return CertificateWords.value(tbs(certificate).getSubject(), SubjectAttribute.ORGANIZATION)
                .orElse("");
    }
}
