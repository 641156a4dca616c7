package org.danaya.trust.trustlist.foreign;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.tsl.function.GrantedTrustAnchorPeriodPredicate;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.TLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.ListJudge;
import org.danaya.trust.trustlist.ListVerdict;
import org.danaya.trust.trustlist.SigningKeys;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.TrustedList;
import org.danaya.trust.validation.AnchorsState;
import org.danaya.trust.validation.TrustAnchors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What trusted lists give to validation: ours and those of others, each read by DSS's own job from
 * the bytes that we keep. A service is trusted for the time in which it was in force.
 */
@Component
final class ListAnchors implements TrustAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(ListAnchors.class);
    private static final String OURS = "trustlist:ours";

    private final Editions editions;
    private final SigningKeys keys;
    private final ForeignLists foreign;

    /** By address, what DSS made of a document; asked at each validation. Guarded by this. */
    private final Map<String, Read> known = new HashMap<>();

    ListAnchors(Editions editions, SigningKeys keys, ForeignLists foreign) {
        this.editions = editions;
        this.keys = keys;
        this.foreign = foreign;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays
    private record Read(byte[] document, TrustedListsCertificateSource source) {}

    @Override
    public synchronized List<Anchors> now(Instant time) {
        List<Anchors> all = new ArrayList<>();
        try {
            editions.last().ifPresent(last -> all.add(ours(last, time)));
            for (ForeignLists.Document each : foreign.documents()) {
                all.add(theirs(each, time));
            }
        } catch (RuntimeException e) {
            LOG.warn("Trusted lists can't be read", e);
            all.add(unusable("TS 119 612", null));
        }
        return List.copyOf(all);
    }

    private Anchors ours(Edition last, Instant time) {
        TrustedList list = last.list();
        List<byte[]> signer =
                keys.all().stream()
                        .filter(each -> each.id().equals(last.signer()))
                        .map(each -> each.certificate().der())
                        .toList();
        return anchors(OURS, last.signed(), signer, list, time);
    }

    private Anchors theirs(ForeignLists.Document each, Instant time) {
        return each.usable()
                ? anchors(each.address(), each.bytes(), each.signers(), each.list(), time)
                : unusable(name(each.list()), each.list().scheme());
    }

    private Anchors anchors(
            String address, byte[] bytes, List<byte[]> signers, TrustedList list, Instant time) {
        if (ListJudge.aged(list, time).isPresent()) {
            return unusable(name(list), list.scheme());
        }
        Read read = known.get(address);
        if (read == null || !Arrays.equals(read.document(), bytes)) {
            // DSS 6.4's job takes a list without any signature: ours looks first.
            if (ListJudge.signed(bytes, signers) instanceof ListVerdict.Refused) {
                return unusable(name(list), list.scheme());
            }
            read = new Read(bytes, read(bytes, signers));
            known.put(address, read);
        }
        int certificates = read.source().getNumberOfCertificates();
        return new Anchors(
                state(name(list), list.scheme(), certificates, certificates > 0), read.source());
    }

    /** DSS's job over bytes that we hold; it has no way to fetch anything. */
    private static TrustedListsCertificateSource read(byte[] bytes, List<byte[]> signers) {
        CommonTrustedCertificateSource expected = new CommonTrustedCertificateSource();
        signers.forEach(der -> expected.addCertificate(DSSUtils.loadCertificate(der)));
        TLSource source = new TLSource();
        source.setUrl("https://list.invalid/tl.xml");
        source.setCertificateSource(expected);
        source.setTLVersions(List.of(5, 6));
        source.setTrustAnchorValidityPredicate(new GrantedTrustAnchorPeriodPredicate());
        ExpirationAndSignatureCheckStrategy strict = new ExpirationAndSignatureCheckStrategy();
        strict.setAcceptExpiredTrustedList(false);
        strict.setAcceptInvalidTrustedList(false);
        TrustedListsCertificateSource anchors = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setOfflineDataLoader(_ -> new InMemoryDocument(bytes));
        job.setTrustedListSources(source);
        job.setSynchronizationStrategy(strict);
        job.setTrustedListCertificateSource(anchors);
        job.offlineRefresh();
        return anchors;
    }

    private static Anchors unusable(String name, @Nullable Scheme scheme) {
        return new Anchors(state(name, scheme, 0, false), new CommonTrustedCertificateSource());
    }

    private static AnchorsState state(
            String name, @Nullable Scheme scheme, int certificates, boolean usable) {
        return new AnchorsState(
                name,
                Optional.ofNullable(scheme).map(Scheme::issued),
                Optional.ofNullable(scheme).map(Scheme::nextUpdate),
                certificates,
                usable);
    }

    private static String name(TrustedList list) {
        return list.scheme().name().best(java.util.Locale.FRENCH);
    }
}
