package org.danaya.verify.mandate;

import java.time.Duration;
import java.time.Instant;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;

/** Decides. Pure functions: the same for the register, and for a snapshot without a network. */
public final class MandateCheck {

    private MandateCheck() {}

    /**
     * The verdict on a mandate whose seal was checked, or that the register has: dates first, then
     * how it stands.
     */
    public static MandateVerdict decide(
            SealedMandate mandate, Standing standing, Freshness freshness) {
        if (freshness.at().isBefore(mandate.from())) {
            return new MandateVerdict.NotYet(mandate, standing, freshness);
        }
        if (!freshness.at().isBefore(mandate.until())) {
            return new MandateVerdict.Expired(mandate, standing, freshness);
        }
        return switch (standing) {
            case Standing.InForce inForce -> new MandateVerdict.Valid(mandate, standing, freshness);
            case Standing.Reduced(Powers remaining) ->
                    mandate.powers().and(remaining).isEmpty()
                            ? new MandateVerdict.Revoked(mandate, standing, freshness)
                            : new MandateVerdict.Valid(mandate, standing, freshness);
            case Standing.Suspended suspended ->
                    new MandateVerdict.Suspended(mandate, standing, freshness);
            case Standing.Revoked revoked ->
                    new MandateVerdict.Revoked(mandate, standing, freshness);
            case Standing.Absent absent ->
                    new MandateVerdict.UnknownOrForged(
                            Reason.STATUS_MISSING, "no list has its entry", freshness);
        };
    }

    /** The verdict on what could not be read or whose signature does not hold. */
    public static MandateVerdict refuse(Reason reason, String detail, Freshness freshness) {
        return new MandateVerdict.UnknownOrForged(reason, detail, freshness);
    }

    /**
     * The verdict of a verifier without a network on what stands in a QR, or on a mandate in a
     * wallet ({@link MandateCredential}).
     *
     * <p>Where the snapshot was signed later than the reader's clock says, the snapshot's time is
     * taken, since it is proven. What this verifier has seen revoked stays revoked.
     *
     * @param now by the reader's clock
     * @param limit the age beyond which the reader wants information confirmed
     */
    public static MandateVerdict offline(
            String scanned,
            TrustedSnapshot snapshot,
            Instant now,
            Duration limit,
            Remembered seen) {
        Instant at = now.isBefore(snapshot.newest()) ? snapshot.newest() : now;
        Freshness freshness =
                new Freshness(
                        snapshot.known(),
                        at,
                        limit,
                        snapshot.outdated(at),
                        ClockRemark.after(now, snapshot.newest()),
                        false);
        Verdict<SealedMandate> sealed =
                MandateCredential.isOne(scanned)
                        ? MandateCredential.read(scanned)
                                .check(shown -> shown.check(snapshot.keys(), at))
                        : MandateSeal.read(scanned).check(seal -> seal.check(snapshot.keys(), at));
        return switch (sealed) {
            case Verdict.Valid<SealedMandate>(SealedMandate mandate) ->
                    standing(mandate, snapshot, freshness, seen);
            case Verdict.Invalid<SealedMandate>(Reason reason, String detail) ->
                    refuse(reason, detail, freshness);
            case Verdict.Unverifiable<SealedMandate>(Reason reason, String detail) ->
                    refuse(reason, detail, freshness);
        };
    }

    /** Powers that aren't shown are those that the list leaves, where it takes some. */
    private static SealedMandate told(SealedMandate mandate, Standing standing) {
        return mandate.powers().isEmpty() && standing instanceof Standing.Reduced(Powers left)
                ? mandate.with(left)
                : mandate;
    }

    private static MandateVerdict standing(
            SealedMandate mandate, TrustedSnapshot snapshot, Freshness freshness, Remembered seen) {
        StatusToken list = snapshot.list(mandate.statusList()).orElse(null);
        Standing standing = list == null ? new Standing.Absent() : list.standing(mandate.index());
        if (!seen.revoked(mandate.index()) || standing instanceof Standing.Revoked) {
            return decide(told(mandate, standing), standing, freshness);
        }
        boolean lie = list != null && !list.issued().isBefore(seen.issued(list.number()));
        return decide(
                mandate,
                new Standing.Revoked(),
                new Freshness(
                        freshness.known(),
                        freshness.at(),
                        freshness.limit(),
                        freshness.outdated(),
                        freshness.clock(),
                        lie));
    }

    /**
     * The same from bytes: an anchor that the reader pinned, and a snapshot from anywhere. A
     * snapshot that doesn't hold proves nothing about any mandate.
     */
    public static MandateVerdict offline(
            String scanned,
            byte[] snapshot,
            Anchor anchor,
            Instant now,
            Duration limit,
            Remembered seen) {
        Parsed<Snapshot> read = Snapshot.read(snapshot);
        return switch (read.check(parts -> parts.check(anchor))) {
            case Verdict.Valid<TrustedSnapshot>(TrustedSnapshot trusted) ->
                    offline(scanned, trusted, now, limit, seen);
            case Verdict.Invalid<TrustedSnapshot>(Reason reason, String detail) ->
                    refuse(reason, "the snapshot: " + detail, without(now, limit));
            case Verdict.Unverifiable<TrustedSnapshot>(Reason reason, String detail) ->
                    refuse(reason, "the snapshot: " + detail, without(now, limit));
        };
    }

    private static Freshness without(Instant now, Duration limit) {
        return new Freshness(now, now, limit, true, ClockRemark.NONE, false);
    }
}
