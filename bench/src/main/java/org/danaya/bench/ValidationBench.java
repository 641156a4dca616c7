package org.danaya.bench;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.trust.validation.AnchorsState;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.StatusSources;
import org.danaya.trust.validation.TrustAnchors;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.ValidationSettings;
import org.danaya.trust.validation.Validations;

/**
 * Our whole check of a signed file (screened, judged, told, four reports written) and DSS alone on
 * the same file with the same anchor and its default policy, loaded once, in turns. A wrong answer
 * of either voids the run.
 *
 * <p>Arguments: a signed file and the certificate of its root, such as {@code
 * server/target/signed/LTA.pdf server/target/signed/root.pem}, which the tests write; checks of
 * each (200). Goal: at most 1.1 times DSS.
 */
public final class ValidationBench {

    private static final int WARM_UP = 40;
    private static final double MILLION = 1e6;

    private ValidationBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        int checks = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        CommonTrustedCertificateSource anchor = new CommonTrustedCertificateSource();
        anchor.addCertificate(DSSUtils.loadCertificate(Path.of(arguments[1]).toFile()));
        SignedFile file = new SignedFile("signed.pdf", Files.readAllBytes(path));
        Validations ours = ours(anchor);
        ValidationPolicy policy = ValidationPolicyLoader.fromDefaultValidationPolicy().create();
        for (int i = 0; i < WARM_UP; i++) {
            check(ours, file);
            alone(file, anchor, policy);
        }
        long[] told = new long[checks];
        long[] alone = new long[checks];
        for (int i = 0; i < checks; i++) {
            long begun = System.nanoTime();
            check(ours, file);
            long between = System.nanoTime();
            alone(file, anchor, policy);
            told[i] = between - begun;
            alone[i] = System.nanoTime() - between;
        }
        System.out.println(Machine.describe());
        System.out.printf("%s, %d bytes, %d checks of each in turns%n", path, file.size(), checks);
        print("ours", told);
        print("DSS alone", alone);
        System.out.printf(
                Locale.ROOT,
                "ours / DSS alone, medians: %.3f%n",
                (double) at(told, 2) / at(alone, 2));
    }

    private static Validations ours(CommonTrustedCertificateSource anchor) {
        AnchorsState state = new AnchorsState("bench", Optional.empty(), Optional.empty(), 1, true);
        TrustAnchors anchors = _ -> List.of(new TrustAnchors.Anchors(state, anchor));
        return new Validations(
                Settings.of(ValidationSettings.ALL, Map.of()),
                List.of(anchors),
                StatusSources.none(),
                Clock.systemUTC());
    }

    private static void check(Validations ours, SignedFile file) {
        ValidationOutcome outcome = ours.check(file, List.of(), Locale.FRENCH);
        if (!(outcome instanceof ValidationOutcome.Checked checked) || !checked.holds()) {
            throw new IllegalStateException("void: ours says " + outcome);
        }
    }

    private static void alone(
            SignedFile file, CommonTrustedCertificateSource anchor, ValidationPolicy policy) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setAIASource(null);
        verifier.setTrustedCertSources(anchor);
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(
                        new InMemoryDocument(file.bytes(), file.name()));
        validator.setCertificateVerifier(verifier);
        Reports reports = validator.validateDocument(policy);
        String first = reports.getSimpleReport().getFirstSignatureId();
        if (reports.getSimpleReport().getIndication(first) != Indication.TOTAL_PASSED) {
            throw new IllegalStateException("void: DSS alone does not pass it");
        }
        reports.getXmlValidationReport();
        reports.getXmlSimpleReport();
        reports.getXmlDetailedReport();
        reports.getXmlDiagnosticData();
    }

    private static void print(String who, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p99 %.1f ms%n",
                who,
                at(nanos, 2) / MILLION,
                at(nanos, 100) / MILLION);
    }

    /** The value below which all but one part of so many lie. */
    private static long at(long[] nanos, int parts) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length - sorted.length / parts)];
    }
}
