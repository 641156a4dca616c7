package org.danaya.trust.timestamp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.danaya.base.Fault;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers timestamp requests, whoever brings them. */
final class Timestamps {

    private static final Logger LOGGER = LoggerFactory.getLogger(Timestamps.class);

    private final AtomicReference<@Nullable TimestampUnit> unit;
    private final TimestampPolicy policy;
    private final TrustedTime time;
    private final Serials serials;
    private final TokenLog log;
    private final Map<Refusal, byte[]> refusals = new EnumMap<>(Refusal.class);

    /**
     * @param unit the one that signs; nothing as long as there is none
     */
    Timestamps(
            AtomicReference<@Nullable TimestampUnit> unit,
            TimestampPolicy policy,
            TrustedTime time,
            Serials serials,
            TokenLog log,
            Words words) {
        this.unit = unit;
        this.policy = policy;
        this.time = time;
        this.serials = serials;
        this.log = log;
        for (Refusal reason : Refusal.values()) {
            refusals.put(
                    reason,
                    TimestampTokens.refused(
                            reason,
                            words.say(Language.FRENCH, reason.words())
                                    .getBytes(StandardCharsets.UTF_8),
                            words.say(Language.ENGLISH, reason.words())
                                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The TimeStampResp to a request, whatever it is; waits until the token is in the log. */
    byte[] answer(byte[] request) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        answer(request, answer::complete);
        return answer.join();
    }

    /** Whether the unit's key signs without a wait for a device. */
    boolean inMemory() {
        TimestampUnit by = unit.get();
        return by == null || by.key().inMemory();
    }

    /**
     * The TimeStampResp to a request, whatever it is.
     *
     * @param taker gets it, once, when the token is in the log; costs microseconds
     */
    void answer(byte[] request, Consumer<byte[]> taker) {
        try {
            token(TimestampRequest.read(request, policy.policy()), taker);
        } catch (Refused refused) {
            taker.accept(refusal(refused.reason()));
        } catch (Fault fault) {
            // The key's token is away, or busy.
            LOGGER.warn("No timestamp: {}", fault.getMessage());
            taker.accept(refusal(Refusal.SYSTEM_FAILURE));
        }
    }

    private byte[] refusal(Refusal reason) {
        return refusals.getOrDefault(reason, new byte[0]);
    }

    private void token(TimestampRequest request, Consumer<byte[]> taker) {
        TimestampUnit by = unit.get();
        if (by == null) {
            throw new Refused(Refusal.SYSTEM_FAILURE);
        }
        if (!(time.read(policy.ordering()) instanceof TrustedTime.Reading.At(Instant now))) {
            throw new Refused(Refusal.TIME_NOT_AVAILABLE);
        }
        long second = now.getEpochSecond();
        if (second < by.from() || second > by.until()) {
            throw new Refused(Refusal.SYSTEM_FAILURE);
        }
        int micros = now.getNano() / 1_000;
        int told = policy.ordering() ? micros : micros - micros % 1_000;
        long count = serials.take();
        byte[] token =
                TimestampTokens.token(by, policy, request, serials.bytes(count), second, told);
        log.log(
                count,
                now,
                token,
                durable ->
                        taker.accept(
                                durable
                                        ? TimestampTokens.granted(token)
                                        : refusal(Refusal.SYSTEM_FAILURE)));
    }
}
