package org.danaya.verify.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.Reason;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;

class MandateCheckTest {

    private static final Instant NOW = ExampleRegister.NOW;
    private static final Duration WEEK = Freshness.DEFAULT_LIMIT;

    private final ExampleRegister register = new ExampleRegister();
    private final Anchor anchor = register.anchor();
    private final StatusList list =
            new StatusList.Builder(100)
                    .set(1, StatusList.Status.REVOKED)
                    .set(2, StatusList.Status.SUSPENDED)
                    .set(3, StatusList.Status.REDUCED)
                    .set(4, StatusList.Status.REDUCED)
                    .build();
    private final Map<Long, Powers> reduced = Map.of(3L, Powers.of(Power.SPEAK, Power.VOTE));
    private final Snapshot snapshot = register.snapshot(NOW, list, reduced);

    private MandateVerdict at(long index, Instant instant) {
        return at(register.seal(ExampleRegister.mandate(index)).text(), instant);
    }

    private MandateVerdict at(String text, Instant instant) {
        return MandateCheck.offline(
                text, snapshot.toBytes(), anchor, instant, WEEK, Remembered.NOTHING);
    }

    private static Reason refused(MandateVerdict verdict) {
        return assertInstanceOf(MandateVerdict.UnknownOrForged.class, verdict).reason();
    }

    @Test
    void eachOfTheSixVerdictsIsReached() {
        var valid = assertInstanceOf(MandateVerdict.Valid.class, at(0, NOW));
        assertEquals("VALIDE", valid.code());
        assertEquals(Powers.of(Power.REPRESENT, Power.SPEAK), valid.remaining());
        assertFalse(valid.freshness().toConfirm());
        assertEquals("REVOQUE", at(1, NOW).code());
        assertEquals("SUSPENDU", at(2, NOW).code());
        var less = assertInstanceOf(MandateVerdict.Valid.class, at(3, NOW));
        assertEquals(Powers.of(Power.SPEAK), less.remaining());
        // A list that forgets which powers are left leaves none.
        assertEquals("REVOQUE", at(4, NOW).code());
        assertEquals(Reason.STATUS_MISSING, refused(at(100, NOW)));
        assertEquals(Reason.STATUS_MISSING, refused(at(1 << 20, NOW)));
    }

    @Test
    void datesComeBeforeStandingAndTheirEndsAreExact() {
        Instant until = Instant.parse("2026-03-21T00:00:00Z");
        assertEquals("VALIDE", at(0, until.minusSeconds(1)).code());
        assertEquals("EXPIRE", at(0, until).code());
        assertEquals("EXPIRE", at(1, until).code());
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Snapshot early = register.snapshot(from.minusSeconds(1), list, reduced);
        String seal = register.seal(ExampleRegister.mandate(0)).text();
        assertEquals("PAS_ENCORE", early(early, seal, from.minusSeconds(1)));
        assertEquals("VALIDE", early(early, seal, from));
    }

    private String early(Snapshot early, String seal, Instant at) {
        return MandateCheck.offline(seal, early.toBytes(), anchor, at, WEEK, Remembered.NOTHING)
                .code();
    }

    @Test
    void beyondTheReadersAgeAValidIsToBeConfirmed() {
        assertFalse(at(0, NOW.plus(Duration.ofHours(23))).freshness().toConfirm());
        // The list should have been renewed after a day.
        assertTrue(at(0, NOW.plus(Duration.ofHours(24))).freshness().toConfirm());
        MandateVerdict old = at(0, NOW.plus(Duration.ofDays(8)));
        assertEquals("VALIDE", old.code());
        assertEquals(Duration.ofDays(8), old.freshness().age());
        assertTrue(old.freshness().toConfirm());
    }

    @Test
    void aClockThatIsBehindWhatWasSignedIsNoticedAndNotBelieved() {
        MandateVerdict behind = at(0, Instant.EPOCH);
        assertEquals("VALIDE", behind.code());
        assertEquals(ClockRemark.BEHIND, behind.freshness().clock());
        assertTrue(behind.freshness().toConfirm());
        assertEquals(ClockRemark.NONE, at(0, NOW.minusSeconds(200)).freshness().clock());
        assertEquals(ClockRemark.AHEAD, ClockRemark.of(NOW.plusSeconds(400), NOW));
        assertEquals(ClockRemark.BEHIND, ClockRemark.of(NOW.minusSeconds(400), NOW));
        assertEquals(ClockRemark.NONE, ClockRemark.of(NOW.minusSeconds(200), NOW));
    }

    @Test
    void aSealByAnotherKeyIsForged() {
        KeyPair other = ExampleRegister.pair();
        SealedMandate mandate = ExampleRegister.mandate(0);
        assertEquals(
                Reason.SEAL_KEY_UNKNOWN,
                refused(at(ExampleRegister.seal(mandate, other).text(), NOW)));
        assertEquals(
                Reason.KEY_USE,
                refused(at(ExampleRegister.seal(mandate, register.statusKey).text(), NOW)));
        // Under the right key's name, by another key.
        var fits =
                (SealFit.Fits) MandateSeal.fit(mandate, ExampleRegister.key(register.sealKey).id());
        MandateSeal forged =
                fits.unsigned().signed(ExampleRegister.raw(other, fits.unsigned().toBeSigned()));
        assertEquals(Reason.SIGNATURE_WRONG, refused(at(forged.text(), NOW)));
    }

    @Test
    void aKeySealsOnlyInItsTime() {
        Instant until = NOW.plus(Duration.ofDays(3));
        KeySet keys =
                new KeySet(
                        NOW,
                        NOW.plus(Duration.ofDays(30)),
                        List.of(
                                new KeySet.Key(
                                        ExampleRegister.key(register.sealKey),
                                        KeySet.Use.SEALS,
                                        NOW.minus(Duration.ofDays(2)),
                                        until)));
        MandateSeal seal = register.seal(ExampleRegister.mandate(0));
        assertInstanceOf(Verdict.Valid.class, seal.check(keys, NOW));
        assertEquals(Reason.KEY_EXPIRED, reason(seal.check(keys, until)));
        assertEquals(Reason.KEY_NOT_YET, reason(seal.check(keys, NOW.minus(Duration.ofDays(3)))));
    }

    private static Reason reason(Verdict<?> verdict) {
        return assertInstanceOf(Verdict.Invalid.class, verdict).reason();
    }

    @Test
    void aSnapshotOfAnotherAnchorProvesNothing() {
        Anchor other = new ExampleRegister().anchor();
        String seal = register.seal(ExampleRegister.mandate(0)).text();
        MandateVerdict verdict =
                MandateCheck.offline(
                        seal, snapshot.toBytes(), other, NOW, WEEK, Remembered.NOTHING);
        assertEquals(Reason.KEY_SET_UNKNOWN, refused(verdict));
    }

    @Test
    void aRevocationThatIsTakenBackIsALieAndStaysARevocation() {
        TrustedSnapshot first = trusted(snapshot);
        Remembered seen = Remembered.NOTHING.observe(first).next();
        seen = Remembered.read(seen.toBytes()).orThrow();
        TrustedSnapshot lie =
                trusted(
                        register.snapshot(
                                NOW.plusSeconds(60),
                                new StatusList.Builder(100).build(),
                                Map.of()));

        Remembered.Observation observation = seen.observe(lie);

        assertTrue(observation.lie());
        var back =
                assertInstanceOf(
                        Remembered.Finding.RevocationTakenBack.class,
                        observation.findings().getFirst());
        assertEquals(1, back.entries());
        assertEquals(1, back.firstIndex());
        String seal = register.seal(ExampleRegister.mandate(1)).text();
        MandateVerdict verdict =
                MandateCheck.offline(seal, lie, NOW.plusSeconds(60), WEEK, observation.next());
        assertEquals("REVOQUE", verdict.code());
        assertTrue(verdict.freshness().takenBack());
        // A suspension may end.
        assertFalse(seen.revoked(2));
    }

    @Test
    void anOlderSnapshotIsNoLieAndDoesNotUndoWhatWasSeen() {
        Remembered seen = Remembered.NOTHING.observe(trusted(snapshot)).next();
        TrustedSnapshot older =
                trusted(
                        register.snapshot(
                                NOW.minusSeconds(60),
                                new StatusList.Builder(100).build(),
                                Map.of()));
        Remembered.Observation observation = seen.observe(older);
        assertFalse(observation.lie());
        assertInstanceOf(Remembered.Finding.Older.class, observation.findings().getFirst());
        String seal = register.seal(ExampleRegister.mandate(1)).text();
        MandateVerdict verdict = MandateCheck.offline(seal, older, NOW, WEEK, seen);
        assertEquals("REVOQUE", verdict.code());
        assertFalse(verdict.freshness().takenBack());
    }

    @Test
    void anotherLogIsFound() {
        Remembered seen = Remembered.NOTHING.observe(trusted(snapshot)).next();
        Instant later = NOW.plusSeconds(60);
        Checkpoint split = new Checkpoint(ExampleRegister.ORIGIN, 13, TreeHash.leaf(new byte[1]));
        StatusToken token = register.token(0, later, list, reduced);
        TrustedSnapshot grown = trusted(register.snapshot(later, List.of(token), split));
        assertInstanceOf(
                Remembered.Finding.GrowthUnproven.class, seen.observe(grown).findings().getFirst());
        var wrong = new ConsistencyProof(12, 13, List.of(TreeHash.empty(), TreeHash.empty()));
        assertTrue(seen.observe(grown, wrong).lie());
        // Nothing that isn't proven takes the place of what is kept, and all of it is in doubt.
        for (Remembered.Observation unproven :
                List.of(seen.observe(grown), seen.observe(grown, wrong))) {
            assertEquals(12, unproven.next().logSize(anchor));
            assertTrue(unproven.doubtful(true));
            assertTrue(unproven.doubtful(false), "no witness vouches for it");
        }
        MandateVerdict doubted =
                MandateCheck.offline(
                                register.seal(ExampleRegister.mandate(0)).text(),
                                grown,
                                later,
                                WEEK,
                                seen)
                        .inDoubt();
        assertEquals("VALIDE", doubted.code());
        assertTrue(doubted.freshness().toConfirm());
        assertEquals(0, seen.withoutLog().logSize(anchor));
        assertTrue(seen.withoutLog().revoked(1));

        StatusToken small =
                under(token, new Checkpoint(ExampleRegister.ORIGIN, 3, TreeHash.empty()));
        TrustedSnapshot shrunk =
                trusted(register.snapshot(later, List.of(small), small.checkpoint()));
        assertInstanceOf(
                Remembered.Finding.LogShrank.class, seen.observe(shrunk).findings().getFirst());

        StatusToken other =
                under(token, new Checkpoint(ExampleRegister.ORIGIN, 12, TreeHash.empty()));
        TrustedSnapshot forked =
                trusted(register.snapshot(later, List.of(other), other.checkpoint()));
        assertInstanceOf(
                Remembered.Finding.LogSplit.class, seen.observe(forked).findings().getFirst());
        // Within one snapshot, too.
        assertEquals(
                Reason.SPLIT_VIEW,
                reason(
                        register.snapshot(later, List.of(other), ExampleRegister.checkpoint(12))
                                .check(anchor)));
    }

    private static StatusToken under(StatusToken token, Checkpoint checkpoint) {
        return new StatusToken(
                token.uri(),
                token.issued(),
                token.expires(),
                token.ttl(),
                token.list(),
                token.reduced(),
                checkpoint);
    }

    private TrustedSnapshot trusted(Snapshot snapshot) {
        Verdict<TrustedSnapshot> verdict = snapshot.check(anchor);
        if (verdict instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot good)) {
            return good;
        }
        throw new AssertionError(verdict);
    }
}
