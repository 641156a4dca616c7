package org.danaya.trust.signature;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.MultipleDocumentsSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.trust.signature.ades.OwnTimestamps;
import org.danaya.trust.signature.ades.Parameters;
import org.danaya.trust.signature.ades.Stamp;
import org.danaya.trust.validation.NoNetwork;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.StatusSources;
import org.danaya.trust.validation.TrustAnchors;

/** Makes signatures and raises their level. For any number of threads. */
public final class AdesEngine {

    private static final Duration TRIAL_GOOD_FOR = Duration.ofMinutes(1);

    private final List<TrustAnchors> anchors;
    private final StatusSources status;
    private final OwnTimestamps timestamps;
    private final Clock clock;
    private volatile Trial trial = new Trial(Instant.EPOCH, false);

    /** When a timestamp was last tried. */
    private record Trial(Instant at, boolean worked) {}

    /**
     * An engine.
     *
     * @param anchors where the chains of LT and LTA end
     * @param status what LT and LTA put into a signature
     */
    public AdesEngine(
            List<TrustAnchors> anchors,
            StatusSources status,
            TimestampAnswers timestamps,
            SecureRandom random,
            Clock clock) {
        this.anchors = List.copyOf(anchors);
        this.status = status;
        this.timestamps = new OwnTimestamps(timestamps, random);
        this.clock = clock;
    }

    /** Whether timestamps can be had: asked for one, at most once a minute. */
    public boolean stamps() {
        Trial last = trial;
        Instant now = clock.instant();
        if (last.at().plus(TRIAL_GOOD_FOR).isAfter(now)) {
            return last.worked();
        }
        boolean worked;
        try {
            timestamps.getTimeStampResponse(DigestAlgorithm.SHA256, Sha256.of(new byte[] {1}));
            worked = true;
        } catch (RuntimeException _) {
            worked = false;
        }
        trial = new Trial(now, worked);
        return worked;
    }

    /** The best level that the services allow now. */
    SignatureLevel best() {
        if (!stamps()) {
            return SignatureLevel.B;
        }
        return status.ocsp().isPresent() ? SignatureLevel.LTA : SignatureLevel.T;
    }

    /**
     * Signs.
     *
     * @throws Fault {@link SignatureFault}
     */
    public SignedFile sign(SigningKey key, SigningOrder order) {
        try {
            return signed(key, order);
        } catch (AlertException e) {
            throw new Fault(e, SignatureFault.STATUS_MISSING, order.level().name());
        } catch (DSSException | IllegalArgumentException e) {
            throw new Fault(
                    e,
                    SignatureFault.FILE_UNSIGNABLE,
                    order.files().getFirst().name(),
                    order.form().code());
        }
    }

    /**
     * Raises the level of all signatures of a file, or renews the archive timestamp of LTA.
     *
     * @throws Fault {@link SignatureFault}
     */
    public SignedFile extend(SignedFile file, SignatureForm form, SignatureLevel level) {
        DSSDocument document = document(file);
        try {
            return file(
                    switch (form) {
                        case PADES -> pades().extendDocument(document, Parameters.pades(level));
                        case XADES -> xades().extendDocument(document, Parameters.xades(level));
                        case CADES -> cades().extendDocument(document, Parameters.cades(level));
                        case JADES -> jades().extendDocument(document, Parameters.jades(level));
                        case ASIC_E_XADES ->
                                asicXades().extendDocument(document, Parameters.asicXades(level));
                        case ASIC_E_CADES ->
                                asicCades().extendDocument(document, Parameters.asicCades(level));
                    },
                    file.name());
        } catch (AlertException e) {
            throw new Fault(e, SignatureFault.STATUS_MISSING, level.name());
        } catch (DSSException | IllegalArgumentException e) {
            throw new Fault(e, SignatureFault.FILE_UNSIGNABLE, file.name(), form.code());
        }
    }

    private SignedFile signed(SigningKey key, SigningOrder order) {
        SignedFile first = order.files().getFirst();
        DSSDocument document = document(first);
        SignatureLevel level = order.level();
        return switch (order.form()) {
            case PADES -> {
                var parameters = Parameters.of(Parameters.pades(level), key, order);
                order.appearance().ifPresent(each -> Stamp.put(parameters, each));
                yield file(one(pades(), parameters, document, key), first.name());
            }
            case XADES ->
                    file(
                            one(
                                    xades(),
                                    Parameters.of(Parameters.xades(level, first), key, order),
                                    document,
                                    key),
                            named(first, order));
            case CADES ->
                    file(
                            one(
                                    cades(),
                                    Parameters.of(Parameters.cades(level), key, order),
                                    document,
                                    key),
                            named(first, order));
            case JADES ->
                    file(
                            one(
                                    jades(),
                                    Parameters.of(Parameters.jades(level), key, order),
                                    document,
                                    key),
                            named(first, order));
            case ASIC_E_XADES ->
                    file(
                            several(
                                    asicXades(),
                                    Parameters.of(Parameters.asicXades(level), key, order),
                                    order,
                                    key),
                            named(first, order));
            case ASIC_E_CADES ->
                    file(
                            several(
                                    asicCades(),
                                    Parameters.of(Parameters.asicCades(level), key, order),
                                    order,
                                    key),
                            named(first, order));
        };
    }

    private static <P extends AbstractSignatureParameters<?>> DSSDocument one(
            DocumentSignatureService<P, ?> service,
            P parameters,
            DSSDocument file,
            SigningKey key) {
        return service.signDocument(
                file,
                parameters,
                value(service.getDataToSign(file, parameters).getBytes(), parameters, key));
    }

    private static <P extends AbstractSignatureParameters<?>> DSSDocument several(
            MultipleDocumentsSignatureService<P, ?> service,
            P parameters,
            SigningOrder order,
            SigningKey key) {
        List<DSSDocument> files = order.files().stream().map(AdesEngine::document).toList();
        return service.signDocument(
                files,
                parameters,
                value(service.getDataToSign(files, parameters).getBytes(), parameters, key));
    }

    private static SignatureValue value(
            byte[] data, AbstractSignatureParameters<?> parameters, SigningKey key) {
        return new SignatureValue(parameters.getSignatureAlgorithm(), key.key().sign(data));
    }

    private PAdESService pades() {
        PAdESService service = new PAdESService(verifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        return timed(service);
    }

    private XAdESService xades() {
        return timed(new XAdESService(verifier()));
    }

    private CAdESService cades() {
        return timed(new CAdESService(verifier()));
    }

    private JAdESService jades() {
        return timed(new JAdESService(verifier()));
    }

    private ASiCWithXAdESService asicXades() {
        return timed(new ASiCWithXAdESService(verifier()));
    }

    private ASiCWithCAdESService asicCades() {
        return timed(new ASiCWithCAdESService(verifier()));
    }

    private <S extends DocumentSignatureService<?, ?>> S timed(S service) {
        service.setTspSource(timestamps);
        return service;
    }

    private CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = NoNetwork.verifier();
        verifier.setTrustedCertSources(
                anchors.stream()
                        .flatMap(source -> source.now(clock.instant()).stream())
                        .filter(each -> each.state().usable())
                        .map(TrustAnchors.Anchors::certificates)
                        .toArray(CertificateSource[]::new));
        status.ocsp().ifPresent(verifier::setOcspSource);
        status.crl().ifPresent(verifier::setCrlSource);
        return verifier;
    }

    private static String named(SignedFile file, SigningOrder order) {
        return file.name().endsWith(order.form().ending())
                ? file.name()
                : file.name() + order.form().ending();
    }

    private static DSSDocument document(SignedFile file) {
        return new InMemoryDocument(file.bytes(), file.name());
    }

    private static SignedFile file(DSSDocument document, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SignedFile(name, out.toByteArray());
    }
}
