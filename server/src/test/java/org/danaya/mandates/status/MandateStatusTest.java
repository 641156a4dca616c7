package org.danaya.mandates.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Act;
import org.danaya.edge.LogOnDisk;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Endings;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Office;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.verify.Reason;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.EcdsaSignature;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.SealedMandate;
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
        status.publisher.publish().orElseThrow();
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
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
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

    @Test
    void theEdgeSaysWhatItGivesAndAllowsAnySite() {
        var cwt = status.get("/mandates/status/0", "Origin", "https://example.com");
        assertThat(cwt.statusCode()).isEqualTo(200);
        assertThat(cwt.headers().firstValue("Content-Type")).hasValue("application/statuslist+cwt");
        assertThat(cwt.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(cwt.headers().firstValue("Cache-Control")).hasValue("public, max-age=15");
        String tag = cwt.headers().firstValue("ETag").orElseThrow();
        assertThat(status.get("/mandates/status/0", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(
                        status.get("/mandates/status/0", "Accept", "application/statuslist+jwt")
                                .headers()
                                .firstValue("Content-Type"))
                .hasValue("application/statuslist+jwt");
        assertThat(status.get("/mandates/status/1").statusCode()).isEqualTo(404);
        assertThat(status.get("/mandates/status/00").statusCode()).isEqualTo(404);
        assertThat(status.get("/mandates/status/../anchor.json").statusCode()).isNotEqualTo(500);
    }

    @Test
    void theJwtIsSignedWithTheStatusKey() throws Exception {
        String jwt =
                new String(status.get("/mandates/status/0.jwt").body(), StandardCharsets.US_ASCII);
        String[] parts = jwt.split("\\.");
        assertThat(decoded(parts[0])).contains("\"typ\":\"statuslist+jwt\"");
        assertThat(decoded(parts[1]))
                .contains("\"sub\":\"" + status.address() + "/mandates/status/0\"")
                .contains("\"bits\":2");
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(status.keys.signing(KeyUse.STATUS).key().publicKey());
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(EcdsaSignature.derOfRaw(Base64.getUrlDecoder().decode(parts[2]))))
                .isTrue();
    }

    @Test
    void keysAreRenewedBeforeTheirEndAndOldOnesStayKnown() {
        String seal = status.seal(mandate);
        long acts = acts();
        assertThat(acts).as("one of each kind").isEqualTo(3);
        SigningKey first = status.keys.signing(KeyUse.STATUS);
        status.kit.clock.pass(Duration.ofDays(25));
        status.publisher.publish();
        assertThat(acts()).as("a successor of the status key").isEqualTo(acts + 1);
        assertThat(status.keys.signing(KeyUse.STATUS)).as("signs later").isEqualTo(first);
        status.kit.clock.pass(Duration.ofDays(6));
        status.publisher.publish();
        assertThat(status.keys.signing(KeyUse.STATUS)).isNotEqualTo(first);
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Valid.class);
        status.kit.clock.pass(Duration.ofDays(320));
        status.publisher.publish();
        assertThat(status.keys.all().stream().filter(key -> key.use() == KeyUse.SEALS)).hasSize(2);
        assertThat(verdict(seal)).isInstanceOf(MandateVerdict.Valid.class);
    }

    @Test
    void aSealSaysWhatWasSigned() {
        Scope scope =
                new Scope(
                        Map.of(
                                Scope.Side.TERRITORY,
                                Limit.of(List.of("ML")),
                                Scope.Side.MATTERS,
                                Limit.of(List.of("cybersécurité"))),
                        Optional.of(new Amount(1_500_000, "XOF")));
        Terms terms =
                status.kit.terms(
                        new Grantor.OfOffice(office.id()), status.kit.second, 0, Power.NEGOTIATE);
        Mandate.Head head =
                status.kit.inForce(
                        status.kit.grantor,
                        new Terms(
                                terms.kind(),
                                terms.structure(),
                                terms.grantor(),
                                terms.person(),
                                terms.capacity(),
                                terms.powers(),
                                scope,
                                terms.period(),
                                terms.depth(),
                                terms.basis(),
                                terms.replaces(),
                                terms.group()));
        SealedMandate said = MandateSeal.read(status.seal(head)).orThrow().claimed();
        assertThat(status.seals.facts(head).limit())
                .isEqualTo(
                        "Au plus 1\u00a0500\u00a0000\u00a0XOF\u00a0; Matières\u00a0: cybersécurité\u00a0;"
                                + " Territoire\u00a0: Mali");
        assertThat(said.limit())
                .as("shortened to fit")
                .startsWith("Au plus 1\u00a0500\u00a0000\u00a0XOF\u00a0; Matières")
                .endsWith("…");
        assertThat(said.name()).isEqualTo(head.names().holder());
        assertThat(said.structureId()).isEqualTo("ministere-exemple");
        assertThat(said.powers()).isEqualTo(Powers.of(Power.NEGOTIATE));
        assertThat(said.from()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(said.until()).isEqualTo(Instant.parse("2027-03-02T00:00:00Z"));
    }

    @Test
    void aRestoredDatabaseWaitsForItsOperator() throws Exception {
        Files.createFile(folder.resolve("data").resolve("restored"));
        assertThat(status.publisher.publish()).isEmpty();
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

    private long acts() {
        return status.kit.people.told.stream()
                .filter(
                        told ->
                                told instanceof Act act
                                        && act.type().code().equals("mandates.key-made"))
                .count();
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

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
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
