package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.page.Needs;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus.State;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.KnownProfiles;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Certificates for programs: read only, JSON, with a cursor ({@code before}) and the filters of the
 * console. A right for one structure reaches that structure's certificates.
 */
@RestController
class CertificatesApi {

    private static final String PATH = "/api/v1/certificates";
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final Certificates certificates;
    private final Authorities authorities;
    private final KnownProfiles profiles;
    private final Clock clock;

    CertificatesApi(
            Certificates certificates,
            Authorities authorities,
            KnownProfiles profiles,
            Clock clock) {
        this.certificates = certificates;
        this.authorities = authorities;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Some certificates, the newest first.
     *
     * @param next the value of {@code before} for those that follow; null at the end
     */
    record Found(List<One> certificates, @Nullable String next) {}

    /**
     * A certificate. Times are ISO 8601.
     *
     * @param serial in hexadecimal
     * @param state {@code good}, {@code expiring}, {@code suspended}, {@code revoked} or {@code
     *     expired}
     * @param invalidSince since when it is worthless, where that is earlier than its revocation
     * @param certificate PEM
     */
    record One(
            String id,
            String authority,
            String serial,
            String profile,
            String subject,
            Instant notBefore,
            Instant notAfter,
            String state,
            @Nullable Instant stateAt,
            @Nullable String reason,
            @Nullable Instant invalidSince,
            @Nullable UUID structure,
            @Nullable UUID request,
            String sha256,
            String certificate) {}

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "listCertificates", about = "Some certificates, the newest first.")
    @ApiParameter(name = "q", about = "Part of the subject, or the whole serial number.")
    @ApiParameter(
            name = "state",
            about = "What they are now.",
            oneOf = {"good", "expiring", "suspended", "revoked", "expired"})
    @ApiParameter(name = "profile", about = "The code of a profile, such as person-signature.")
    @ApiParameter(name = "before", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    Found list(Query query) {
        Cursor cursor = Cursor.of(query, "before", MOST, USUAL);
        List<Certificate> rows =
                certificates.find(
                        new Certificates.Search(
                                query.text("q"),
                                query.given("state").map(CertificatesApi::standing),
                                query.given("profile"),
                                Reached.of(Right.READ_CERTIFICATES)),
                        cursor.at().map(CertificatesApi::id),
                        cursor.wanted());
        return new Found(
                cursor.shown(rows).stream().map(this::one).toList(),
                cursor.next(rows, row -> Long.toString(row.id())));
    }

    @Needs(Right.READ_CERTIFICATES)
    @ApiOperation(id = "getCertificate", about = "One certificate, by its id.")
    @GetMapping(PATH + "/{id}")
    One get(@PathVariable String id) {
        Certificate certificate = certificates.get(id(id));
        Reached.need(Right.READ_CERTIFICATES, certificate.structure());
        return one(certificate);
    }

    private One one(Certificate certificate) {
        @Nullable Instant at = null;
        @Nullable String reason = null;
        @Nullable Instant since = null;
        switch (certificate.state()) {
            case State.Good() -> {}
            case State.Suspended(Instant suspended) -> at = suspended;
            case State.Revoked revoked -> {
                at = revoked.at();
                reason = revoked.reason().spelled();
                since = revoked.invalidSince().orElse(null);
            }
        }
        HexFormat hex = HexFormat.of();
        return new One(
                Long.toString(certificate.id()),
                authorities.find(certificate.authority()).map(Authority::code).orElse(""),
                hex.formatHex(certificate.serial()),
                profiles.code(certificate.profile()),
                certificate.subject(),
                certificate.notBefore(),
                certificate.notAfter(),
                Certificates.Standing.of(certificate, clock.instant())
                        .name()
                        .toLowerCase(Locale.ROOT),
                at,
                reason,
                since,
                certificate.structure().orElse(null),
                certificate.request().orElse(null),
                hex.formatHex(certificate.sha256()),
                CertificateFiles.armoured(certificate.der()));
    }

    private static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Fault(AuthorityFault.UNKNOWN_CERTIFICATE);
        }
        return Long.parseLong(text);
    }

    private static Certificates.Standing standing(String text) {
        return Arrays.stream(Certificates.Standing.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, "state"));
    }
}
