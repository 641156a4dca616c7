package org.danaya.mandates.check;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.trust.validation.AnchorsState;
import org.danaya.trust.validation.SignatureVerdict;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.StatusSources;
import org.danaya.trust.validation.TrustAnchors;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.ValidationSettings;
import org.danaya.trust.validation.Validations;
import org.danaya.verify.mandate.Anchor;

/**
 * What the electronic seal on a letter is worth to somebody without a network, under the roots that
 * their anchor file names.
 */
enum LetterSeal {
    /** It holds, and covers the whole letter. */
    HOLDS,
    /** Nothing was changed, and a root of the anchor answers; whether still, can't be told here. */
    UNCERTAIN,
    /** There is none, it is another's, or the letter isn't what was sealed. */
    FORGED;

    /** EN 319 102-1: a chain leads to a root that is trusted, and can't be followed all the way. */
    private static final String CHAIN_FOUND = "CERTIFICATE_CHAIN_GENERAL_FAILURE";

    static LetterSeal of(byte[] pdf, Anchor anchor, Instant now, Locale locale) {
        Validations validations =
                new Validations(
                        Settings.of(ValidationSettings.ALL, Map.of()),
                        List.of(trusted(anchor)),
                        StatusSources.none(),
                        Clock.fixed(now, ZoneOffset.UTC));
        ValidationOutcome outcome =
                validations.check(new SignedFile("letter.pdf", pdf), List.of(), locale);
        return outcome instanceof ValidationOutcome.Checked checked
                        && !checked.signatures().isEmpty()
                        && EveryByte.isAsSealed(pdf)
                ? checked.signatures().stream()
                        .map(LetterSeal::of)
                        .reduce(HOLDS, (one, other) -> one.compareTo(other) > 0 ? one : other)
                : FORGED;
    }

    private static LetterSeal of(SignatureVerdict signature) {
        if (!signature.by().seal()) {
            return FORGED;
        }
        return switch (signature.standing()) {
            case HOLDS -> HOLDS;
            case STATUS_UNKNOWN, EXPIRED, UNDECIDED -> UNCERTAIN;
            case UNKNOWN_SIGNER ->
                    signature.indication().contains(CHAIN_FOUND) ? UNCERTAIN : FORGED;
            case HOLDS_FOR_PART,
                    ALTERED,
                    REVOKED,
                    SUSPENDED,
                    NOT_YET,
                    WEAK,
                    CONTENT_MISSING,
                    MALFORMED ->
                    FORGED;
        };
    }

    private static TrustAnchors trusted(Anchor anchor) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        for (String each : anchor.certificates()) {
            CertificateToken token = DSSUtils.loadCertificateFromBase64EncodedString(each);
            source.addCertificate(token);
        }
        AnchorsState state =
                new AnchorsState(
                        anchor.nameFr(),
                        Optional.empty(),
                        Optional.empty(),
                        anchor.certificates().size(),
                        true);
        return _ -> List.of(new TrustAnchors.Anchors(state, source));
    }
}
