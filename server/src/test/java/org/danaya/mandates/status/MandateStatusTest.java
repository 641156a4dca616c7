package org.danaya.mandates.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.danaya.edge.LogOnDisk;
import org.danaya.mandates.Endings;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Office;
import org.danaya.verify.Reason;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.Standing;
import org.danaya.verify.mandate.TrustedSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the outside: an anchor that was pinned, what the edge gives, and the verify library. */
class MandateStatusTest {

    @TempDir private Path folder;
    private TestStatus status;
    private Office office;
    private Anchor pinned;
    private Mandate.Head mandate;

    @BeforeEach
    void aMandateInForce() {
        status = new TestStatus(folder);
        office = status.kit.office(3);
        mandate =
                status.kit.inForce(
                        status.kit.grantor,
                        status.kit.terms(
                                new Grantor.OfOffice(office.id()),
                                status.kit.holder,
                                2,
                                Power.SIGN,
                                Power.SPEAK));
        assertThat(status.publisher.publish()).isPresent();
        pinned = Anchor.parse(status.get("/mandates/anchor.json").body()).orThrow();
    }

    @AfterEach
    void close() {
        status.close();
    }

    @Test
    void aRevocationIsSeenByWhoeverFetches() {
        String seal = status.seal(mandate);
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Valid.class);
        endings().revoke(mandate.id(), status.kit.officer(), "Exemple");
        status.publisher.publish();
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Revoked.class);
    }

    @Test
    void aSuspensionComesAndGoes() {
        String seal = status.seal(mandate);
        endings().suspend(mandate.id(), status.kit.officer(), "Exemple");
        status.publisher.publish();
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Suspended.class);
        endings().resume(mandate.id(), status.kit.officer());
        status.publisher.publish();
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Valid.class);
    }

    @Test
    void aPowerThatWasTakenIsNotTold() {
        String seal = status.seal(mandate);
        endings().revoke(mandate.id(), status.kit.officer(), Power.SIGN, "Exemple");
        status.publisher.publish();
        assertThat(verdict(seal))
                .isInstanceOfSatisfying(
                        MandateVerdict.Valid.class,
                        valid ->
                                assertThat(valid.standing())
                                        .isEqualTo(new Standing.Reduced(Powers.of(Power.SPEAK))));
        assertThat(status.seal(mandate)).as("a seal never changes").isEqualTo(seal);
    }

    @Test
    void whatIsBelowARevokedMandateOrAnEndedOfficeIsRevoked() {
        Mandate.Head below = below(mandate);
        Mandate.Head lowest = below(below);
        status.publisher.publish();
        String seal = status.seal(lowest);
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Valid.class);
        endings().suspend(mandate.id(), status.kit.officer(), "Exemple");
        status.publisher.publish();
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Suspended.class);
        endings().revoke(below.id(), status.kit.officer(), "Exemple");
        status.publisher.publish();
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Revoked.class);
        String top = status.seal(mandate);
        status.kit.mandates.offices().end(office.id(), status.kit.officer(), "Exemple");
        status.publisher.publish();
        assertThat(verdict(top)).isInstanceOf(MandateVerdict.Revoked.class);
    }

    @Test
    void aChangeIsPublishedByItself() throws InterruptedException {
        String seal = status.seal(mandate);
        status.publisher.start();
        endings().revoke(mandate.id(), status.kit.officer(), "Exemple");
        status.publisher.wake();
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (verdict(seal) instanceof MandateVerdict.Valid && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Revoked.class);
    }

    @Test
    void listAndRegisterSayTheSame() {
        Mandate.Head below = below(mandate);
        Mandate.Head draft =
                status.kit.drafted(
                        status.kit.terms(
                                new Grantor.OfOffice(office.id()),
                                status.kit.third,
                                0,
                                Power.VOTE));
        endings().revoke(mandate.id(), status.kit.officer(), Power.SIGN, "Exemple");
        status.publisher.publish();
        for (Mandate.Head head : List.of(mandate, below)) {
            assertThat(snapshot().list(0).orElseThrow().standing(head.index()))
                    .isEqualTo(Standings.of(status.known(head)));
        }
        assertThat(Standings.of(status.known(draft))).isEqualTo(new Standing.Absent());
        assertThat(snapshot().list(0).orElseThrow().standing(draft.index()))
                .as("what may come one day is never told as revoked")
                .isEqualTo(new Standing.Suspended());
    }

    @Test
    void aTokenThatWasTamperedWithIsFoundOut() throws Exception {
        String seal = status.seal(mandate);
        byte[] snapshot = status.get("/mandates/snapshot").body();
        byte[] token = status.get("/mandates/status/0").body();
        int at = indexOf(snapshot, token) + token.length / 2;
        snapshot[at] ^= 1;
        assertThat(verdict(seal, snapshot)).isInstanceOf(MandateVerdict.UnknownOrForged.class);
    }

    @Test
    void anotherServersKeysAreFoundOut(@TempDir Path other) {
        try (TestStatus liar = new TestStatus(other)) {
            Office own = liar.kit.office(0);
            Mandate.Head theirs =
                    liar.kit.inForce(
                            liar.kit.grantor,
                            liar.kit.terms(
                                    new Grantor.OfOffice(own.id()),
                                    liar.kit.holder,
                                    0,
                                    Power.SIGN));
            liar.publisher.publish();
            assertThat(verdict(liar.seal(theirs), liar.get("/mandates/snapshot").body()))
                    .isInstanceOfSatisfying(
                            MandateVerdict.UnknownOrForged.class,
                            verdict ->
                                    assertThat(verdict.reason()).isEqualTo(Reason.KEY_SET_UNKNOWN));
            assertThat(verdict(liar.seal(theirs)))
                    .as("their seal with our keys")
                    .isInstanceOf(MandateVerdict.UnknownOrForged.class);
        }
    }

    @Test
    void anOldSnapshotIsFoundOut() {
        String seal = status.seal(mandate);
        TrustedSnapshot before = snapshot();
        endings().revoke(mandate.id(), status.kit.officer(), "Exemple");
        status.log.grow(3, "more");
        status.kit.clock.pass(Duration.ofMinutes(5));
        status.publisher.publish();
        Remembered seen = Remembered.NOTHING.observe(before).next().observe(snapshot()).next();
        assertThat(MandateCheck.offline(seal, before, now(), Freshness.DEFAULT_LIMIT, seen))
                .as("what was seen revoked stays so")
                .isInstanceOf(MandateVerdict.Revoked.class);
        Instant later = now().plus(Duration.ofDays(8));
        assertThat(
                        MandateCheck.offline(
                                seal, before, later, Freshness.DEFAULT_LIMIT, Remembered.NOTHING))
                .isInstanceOfSatisfying(
                        MandateVerdict.Valid.class,
                        valid -> assertThat(valid.freshness().toConfirm()).isTrue());
    }

    @Test
    void anotherLogIsFoundOut(@TempDir Path other) {
        LogOnDisk twin = status.log.twin(other);
        twin.grow(1, "another");
        String note = twin.sign(twin.checkpoint()).toText();
        Snapshot forged =
                Snapshot.of(
                        status.get("/mandates/keys").body(),
                        List.of(status.get("/mandates/status/0").body()),
                        SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).orThrow());
        assertThat(verdict(status.seal(mandate), forged.toBytes()))
                .isInstanceOfSatisfying(
                        MandateVerdict.UnknownOrForged.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Reason.SPLIT_VIEW));
    }

    private Mandate.Head below(Mandate.Head above) {
        boolean first = above.equals(mandate);
        return status.kit.inForce(
                first ? status.kit.holder : status.kit.second,
                status.kit.terms(
                        new Grantor.OfMandate(above.id()),
                        first ? status.kit.second : status.kit.third,
                        first ? 1 : 0,
                        Power.SIGN));
    }

    private Endings endings() {
        return status.kit.mandates.endings();
    }

    private Instant now() {
        return status.kit.clock.instant();
    }

    private TrustedSnapshot snapshot() {
        if (Snapshot.read(status.get("/mandates/snapshot").body())
                        .check(parts -> parts.check(pinned))
                instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot trusted)) {
            return trusted;
        }
        throw new AssertionError("a snapshot that isn't good");
    }

    private MandateVerdict verdict(String seal) {
        return verdict(seal, status.get("/mandates/snapshot").body());
    }

    private MandateVerdict verdict(String seal, byte[] snapshot) {
        return MandateCheck.offline(
                seal, snapshot, pinned, now(), Freshness.DEFAULT_LIMIT, Remembered.NOTHING);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not in it");
    }
}
