package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.TLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.trustlist.TestLists.Signing;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustedList;
import org.junit.jupiter.api.Test;

/** What DSS's own job, which refuses old and broken lists, takes of ours. */
class DssJobTest {

    private static final Signing OURS = TestLists.key("job", KeyAlgorithm.EC_P384);
    private static final Signing OTHER = TestLists.key("job-other", KeyAlgorithm.EC_P256);
    private static final TrustedList LIST = TestLists.example(OTHER.certificate());

    @Test
    void itTakesOurListAndNoneThatIsTamperedWithOldOrSignedByAnother() {
        byte[] signed = TestLists.signed(LIST, OURS);
        assertThat(anchors(signed, OURS)).isOne();
        assertThat(anchors(signed, OTHER)).as("another signer").isZero();
        TrustedList renamed =
                LIST.changeService(
                        LIST.services().getFirst().service().key(),
                        it ->
                                it.renamed(
                                        Texts.of("Autre nom (exemple)", "Other name (example)"),
                                        TestLists.NOW));
        assertThat(anchors(TestLists.signed(renamed, OURS), OURS)).as("renamed").isOne();
        byte[] tampered =
                new String(signed, StandardCharsets.UTF_8)
                        .replace("Bamako", "Banako")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(anchors(tampered, OURS)).as("tampered").isZero();
        TrustedList old =
                TestLists.example(
                        OTHER.certificate(), 1, TestLists.NOW.minus(Duration.ofDays(200)));
        assertThat(anchors(TestLists.signed(old, OURS), OURS)).as("old").isZero();
        // DSS 6.4's job takes a list without any signature; our own look comes first.
        assertThat(
                        ListJudge.judge(
                                ListWriter.write(LIST), List.of(OURS.certificate()), TestLists.NOW))
                .isInstanceOf(ListVerdict.Refused.class);
    }

    private static int anchors(byte[] list, Signing expected) {
        CommonTrustedCertificateSource signers = new CommonTrustedCertificateSource();
        signers.addCertificate(DSSUtils.loadCertificate(expected.certificate()));
        TLSource source = new TLSource();
        source.setUrl("https://example.org/tl/danaya-tl.xml");
        source.setCertificateSource(signers);
        source.setTLVersions(List.of(6));
        ExpirationAndSignatureCheckStrategy strict = new ExpirationAndSignatureCheckStrategy();
        strict.setAcceptExpiredTrustedList(false);
        strict.setAcceptInvalidTrustedList(false);
        TrustedListsCertificateSource anchors = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setOfflineDataLoader(_ -> new InMemoryDocument(list));
        job.setTrustedListSources(source);
        job.setSynchronizationStrategy(strict);
        job.setTrustedListCertificateSource(anchors);
        job.offlineRefresh();
        return anchors.getNumberOfCertificates();
    }
}
