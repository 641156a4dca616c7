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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /**
     * It is genuine, and of another structure than the mandate's: what is written may be anything.
     */
    ANOTHERS,
    /** There is none, it is another's, or the letter isn't what was sealed. */
    FORGED;

    /** EN 319 102-1: a chain leads to a root that is trusted, and can't be followed all the way. */
    private static final String CHAIN_FOUND = "CERTIFICATE_CHAIN_GENERAL_FAILURE";

    /** How a certificate of the State's own names a structure: scheme, country, identifier. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}:[A-Z]{2}-(.+)");

    /**
     * Judges the seal on a letter about a mandate.
     *
     * @param mandate what is proven of it by its own seal: the structure in whose name its bearer
     *     acts has to be the one that sealed the letter. Whether another one may seal for it, only
     *     the register knows.
     */
    static LetterSeal of(byte[] pdf, Facts mandate, Anchor anchor, Instant now, Locale locale) {
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
                        .map(signature -> of(signature, mandate))
                        .reduce(HOLDS, (one, other) -> one.compareTo(other) > 0 ? one : other)
                : FORGED;
    }

    private static LetterSeal of(SignatureVerdict signature, Facts mandate) {
        if (!signature.by().seal()) {
            return FORGED;
        }
        LetterSeal worth = worth(signature);
        return worth == FORGED || isBy(signature.by(), mandate) ? worth : ANOTHERS;
    }

    private static boolean isBy(SignatureVerdict.Signer signer, Facts mandate) {
        Matcher number = NUMBER.matcher(signer.identifier().orElse(""));
        return number.matches()
                ? number.group(1).equals(mandate.structureId())
                : signer.structure().orElse(signer.name()).equals(mandate.structure());
    }

    private static LetterSeal worth(SignatureVerdict signature) {
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
