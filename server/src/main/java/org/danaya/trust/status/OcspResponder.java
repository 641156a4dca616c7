package org.danaya.trust.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.danaya.base.Fault;
import org.danaya.trust.der.MalformedDer;
import org.danaya.trust.status.OcspAnswers.Told;
import org.danaya.trust.status.OcspOutcome.Kept;
import org.danaya.trust.status.OcspOutcome.Refused;
import org.danaya.trust.status.OcspOutcome.Signed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers OCSP requests, whoever brings them. */
final class OcspResponder {

    private static final Logger LOGGER = LoggerFactory.getLogger(OcspResponder.class);

    private final StatusIndex index;
    private final Standing standing;
    private final AnswerCache cache;
    private final OcspPolicy policy;
    private final Clock clock;

    OcspResponder(
            StatusIndex index,
            Standing standing,
            AnswerCache cache,
            OcspPolicy policy,
            Clock clock) {
        this.index = index;
        this.standing = standing;
        this.cache = cache;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether all statuses were read. */
    boolean isReady() {
        return standing.knownAt() != 0;
    }

    /** Answers one, without waiting for anything; null where it would have to. */
    @Nullable OcspOutcome atOnce(byte[] bytes) {
        return answer(bytes, false);
    }

    /** Answers one. */
    OcspOutcome answer(byte[] bytes) {
        return Objects.requireNonNull(answer(bytes, true));
    }

    private @Nullable OcspOutcome answer(byte[] bytes, boolean mayWait) {
        try {
            return answer(OcspRequest.read(bytes), mayWait);
        } catch (MalformedDer _) {
            return new Refused(OcspAnswers.MALFORMED);
        } catch (Fault fault) {
            // The key's token is away, or busy.
            LOGGER.warn("No OCSP answer: {}", fault.getMessage());
            return new Refused(OcspAnswers.TRY_LATER);
        }
    }

    /** A certificate that was asked about, as far as it was found. */
    private record Found(CertId id, @Nullable Issuer issuer, int entry) {}

    private @Nullable OcspOutcome answer(OcspRequest request, boolean mayWait) {
        Issuers issuers = standing.issuers();
        List<Found> all = new ArrayList<>(request.certificates().size());
        Issuer signer = null;
        for (CertId id : request.certificates()) {
            Found found = find(issuers.find(id), id);
            all.add(found);
            signer = signer == null || signer.offline() ? or(found.issuer, signer) : signer;
        }
        long now = clock.instant().getEpochSecond();
        long known = Math.min(now, standing.knownAt());
        if (signer == null) {
            // Before all is read, nobody knows who is unknown.
            return new Refused(known == 0 ? OcspAnswers.TRY_LATER : OcspAnswers.UNAUTHORIZED);
        }
        Responder responder = standing.responder(signer.authority());
        if (responder == null && signer.offline()) {
            // Of a root's certificates, its revocation list tells (RFC 6960 §2.3).
            return new Refused(OcspAnswers.UNAUTHORIZED);
        }
        if (responder == null
                || now < responder.from()
                || now >= responder.until()
                || now - known > policy.silence().toSeconds()) {
            return new Refused(OcspAnswers.TRY_LATER);
        }
        Found first = all.getFirst();
        boolean lasting =
                all.size() == 1 && request.nonce().length == 0 && first.entry != StatusIndex.NONE;
        long word = lasting ? index.word(first.entry) : 0;
        if (lasting) {
            Kept kept = cache.find(first.entry, word, responder, first.id, now);
            if (kept != null) {
                return kept;
            }
        }
        if (!mayWait && !responder.key().inMemory()) {
            return null;
        }
        long until = Math.min(known + policy.validity().toSeconds(), responder.until());
        List<Told> told = new ArrayList<>(all.size());
        for (Found found : all) {
            told.add(told(found, signer, now));
        }
        byte[] signed = OcspAnswers.signed(responder, told, request.nonce(), now, known, until);
        if (!lasting || !(told.getFirst() instanceof Told.Known(CertId id, long said, _, _, _))) {
            return new Signed(signed);
        }
        Kept kept =
                OcspHttp.lasting(
                        first.entry,
                        said,
                        responder,
                        Arrays.copyOfRange(id.request(), id.from(), id.to()),
                        known,
                        until,
                        signed);
        cache.keep(kept, id);
        return kept;
    }

    private static @Nullable Issuer or(@Nullable Issuer one, @Nullable Issuer other) {
        return one == null ? other : one;
    }

    private Found find(List<Issuer> issuers, CertId id) {
        for (Issuer issuer : issuers) {
            int entry =
                    id.isNegative()
                            ? StatusIndex.NONE
                            : index.find(
                                    issuer.authority(), id.request(), id.serial(), id.serialEnd());
            if (entry != StatusIndex.NONE) {
                return new Found(id, issuer, entry);
            }
        }
        return new Found(id, issuers.isEmpty() ? null : issuers.getFirst(), StatusIndex.NONE);
    }

    /** A responder speaks for the authority that delegated to it, and for no other. */
    private Told told(Found found, Issuer signer, long now) {
        if (found.issuer == null || found.issuer.authority() != signer.authority()) {
            return new Told.Unknown(found.id);
        }
        if (found.entry == StatusIndex.NONE) {
            return policy.unknownRevoked()
                    ? new Told.NeverIssued(found.id)
                    : new Told.Unknown(found.id);
        }
        long word = index.word(found.entry);
        boolean expired = index.end(found.entry) < now;
        return new Told.Known(
                found.id,
                word,
                StatusWord.hasInvalidity(word) ? index.invalidity(found.entry) : 0,
                expired ? signer.since() : 0,
                index.hash(found.entry));
    }
}
