package org.danaya.mandates.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Act;
import org.danaya.edge.LogOnDisk;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Office;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the edge gives, with which keys, and what seals say. */
class PublishedStatusTest {

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
        String[] parts = jwt.split("\\.", -1);
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
    void aFirstCheckpointWithoutItsSignaturesIsNoneToPublishUnder(@TempDir Path other) {
        try (TestStatus fresh = new TestStatus(other)) {
            LogOnDisk own = fresh.log;
            fresh.signer = status.log;
            fresh.kit.inForce(
                    fresh.kit.grantor,
                    fresh.kit.terms(
                            new Grantor.OfOffice(fresh.kit.office(0).id()),
                            fresh.kit.holder,
                            0,
                            Power.SIGN));
            assertThat(fresh.publisher.publish()).isEmpty();
            fresh.signer = own;
            Published published = fresh.publisher.publish().orElseThrow();
            assertThat(published.at()).isEqualTo(fresh.kit.clock.instant());
        }
    }

    @Test
    void aMandateBelowARevokedOneIsNotSealed() {
        Mandate.Head below =
                status.kit.inForce(
                        status.kit.holder,
                        status.kit.terms(
                                new Grantor.OfMandate(mandate.id()),
                                status.kit.second,
                                0,
                                Power.SIGN));
        status.kit.mandates.endings().revoke(mandate.id(), status.kit.officer(), "fin");
        assertThat(status.known(below).mandate()).isInstanceOf(Mandate.InForce.class);
        assertThatThrownBy(() -> status.seal(below)).hasMessageContaining("revoked");
    }

    @Test
    void aRestoredDatabaseWaitsForItsOperator() throws Exception {
        Files.createFile(folder.resolve("data").resolve("restored"));
        assertThat(status.publisher.publish()).isEmpty();
    }

    private long acts() {
        return status.kit.people.told.stream()
                .filter(
                        told ->
                                told instanceof Act act
                                        && act.type().code().equals("mandates.key-made"))
                .count();
    }

    private MandateVerdict verdict(String seal) {
        return MandateCheck.offline(
                seal,
                status.get("/mandates/snapshot").body(),
                pinned,
                status.kit.clock.instant(),
                Freshness.DEFAULT_LIMIT,
                Remembered.NOTHING);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
