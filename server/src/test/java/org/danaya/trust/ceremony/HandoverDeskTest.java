package org.danaya.trust.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.danaya.app.TestPlatform;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.crypto.Tokens;
import org.danaya.doctor.Finding;
import org.danaya.doctor.Patient;
import org.danaya.log.Leaves;
import org.danaya.page.Words;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal handed to the platform of the tests. Costs three seconds beside that platform. */
class HandoverDeskTest {

    @Test
    void thePlatformTakesOverWhatACeremonyMadeAndOnlyOnce(@TempDir Path safe) throws Exception {
        Store store = TestPlatform.bean(Store.class);
        Path handed = HandoverDesk.folder(store.home().path());
        Clock clock = Clock.systemUTC();
        new Ceremony(
                        new RootAuthority.Desk(
                                Profiles.shipped(),
                                java.net.URI.create("http://pki.example.ml"),
                                new SecureRandom(),
                                clock),
                        TestPlatform.bean(Tokens.class).authorities(),
                        Words.load())
                .begin(Plans.rehearsal(clock), CeremonyFolder.fresh(safe.resolve("safe")), handed);
        HandoverDesk desk = TestPlatform.bean(HandoverDesk.class);
        desk.takeOver();
        desk.takeOver();
        Authorities authorities = TestPlatform.bean(Authorities.class);
        String suffix = Plans.rehearsal(clock).suffix();
        Authority persons =
                authorities.find(Plan.code(true, AuthorityKind.PERSONS, suffix)).orElseThrow();
        assertThat(persons.rehearsal()).isTrue();
        assertThat(persons.issuer()).isPresent();
        String root = Plan.code(true, AuthorityKind.ROOT, suffix);
        Path folder = handed.resolve(root + "-1");
        assertThat(folder.resolve("taken-over")).exists();
        assertThat(store.home().published().resolve("crl/" + root + "/authorities.crl"))
                .hasBinaryContent(Files.readAllBytes(folder.resolve("root.crl")));
        String minute = Sha256.hexOf(Files.readAllBytes(folder.resolve("minute.txt")));
        assertThat(TestPlatform.bean(Leaves.class).find("ceremony:minute:" + minute)).isPresent();
    }

    @Test
    void whatCannotBeUsedIsToldOnceAndHoldsNobodyElseUp() throws Exception {
        Store store = TestPlatform.bean(Store.class);
        Path handed = HandoverDesk.folder(store.home().path());
        CeremonyFolder broken = new CeremonyFolder(handed.resolve("broken-root-2026-1"));
        broken.write(CeremonyFolder.REGISTER, "nonsense\n".getBytes(StandardCharsets.UTF_8));
        HandoverDesk desk = TestPlatform.bean(HandoverDesk.class);
        try {
            desk.takeOver();
            desk.takeOver();
            assertThat(desk.notices())
                    .singleElement()
                    .satisfies(
                            notice ->
                                    assertThat(notice.facts().getFirst().toString())
                                            .endsWith("broken-root-2026-1"));
            assertThat(
                            new CeremonyDoctor()
                                    .look(
                                            new Patient(
                                                    store.home(),
                                                    TestPlatform.bean(Settings.class),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Clock.systemUTC())))
                    .extracting(Finding::code)
                    .containsExactly("ceremony-refused");
            FileTime told = Files.getLastModifiedTime(broken.path().resolve(HandoverDesk.REFUSED));
            desk.takeOver();
            assertThat(Files.getLastModifiedTime(broken.path().resolve(HandoverDesk.REFUSED)))
                    .isEqualTo(told);
        } finally {
            Files.delete(broken.path().resolve(CeremonyFolder.REGISTER));
        }
        desk.takeOver();
        assertThat(desk.notices()).isEmpty();
    }
}
