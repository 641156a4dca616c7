package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.danaya.app.TestPlatform;
import org.danaya.base.Cable;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.mandates.status.StatusPublisher;
import org.danaya.page.Browser;
import org.danaya.verify.Parsed;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * The whole platform visited once on a phone, and then without a network: the line is cut, not
 * simulated. About 40 seconds.
 */
class WithoutNetworkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private static PlatformMandates kit;
    private static Mandate.Head good;
    private static Mandate.Head revoked;

    @BeforeAll
    static void open() {
        kit = new PlatformMandates("sans-reseau-exemple", "SRE");
        List<Mandate.Head> heads =
                kit.inForce(
                        kit.terms(kit.person("Fanta", "RÉSEAU EXEMPLE"), Scope.OPEN, Power.SPEAK),
                        kit.terms(kit.person("Issa", "COUPÉ EXEMPLE"), Scope.OPEN, Power.SIGN));
        good = heads.getFirst();
        revoked = heads.getLast();
        seal(good);
        seal(revoked);
        kit.mandates.endings().revoke(revoked.id(), UUID.randomUUID(), "Fin (exemple)");
        // The lists tell of both from now on; who changes a mandate here wakes nobody.
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isPublished()) {
            assertThat(Instant.now()).isBefore(deadline);
            TestPlatform.bean(StatusPublisher.class).publish();
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static boolean isPublished() {
        return told(seal(good)).equals("VALIDE") && told(seal(revoked)).equals("REVOQUE");
    }

    private static String told(String seal) {
        try {
            Anchor anchor =
                    Anchor.parse(published("/verify/anchor.json")) instanceof Parsed.Ok<Anchor> ok
                            ? ok.value()
                            : null;
            if (anchor == null) {
                return "";
            }
            return MandateCheck.offline(
                            seal,
                            published("/verify/snapshot"),
                            anchor,
                            Instant.now(),
                            Duration.ofDays(1),
                            Remembered.NOTHING)
                    .code();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] published(String path) throws IOException {
        try (var in = TestPlatform.address().resolve(path).toURL().openStream()) {
            return in.readAllBytes();
        } catch (java.io.FileNotFoundException _) {
            return new byte[0];
        }
    }

    private static String seal(Mandate.Head head) {
        return TestPlatform.bean(MandateSeals.class)
                .seal(kit.mandates.register().get(head.id()))
                .text();
    }

    @Test
    void aVisitIsEnoughForVerdictsWithoutANetwork() throws IOException {
        Cable cable = new Cable().to(TestPlatform.address());
        try (Browser phone =
                Browser.open(URI.create("http://localhost:" + cable.port())).width(Browser.PHONE)) {
            phone.go("/verify").sees("Une personne vous montre un mandat");
            phone.driver()
                    .executeAsyncScript(
                            "navigator.serviceWorker.ready.then((r) => { const w = r.active;"
                                    + " if (w.state === 'activated') { arguments[0](); } else {"
                                    + " w.addEventListener('statechange', () => arguments[0]()); } })");
            cable.close();
            phone.go("/verify").find("#danaya-verifier[data-ready]");
            phone.sees("Autorité :").sees("Informations du ");
            typed(phone, seal(good));
            assertThat(verdict(phone)).isEqualTo("VALIDE");
            phone.sees("Fanta RÉSEAU EXEMPLE");
            assertThat(phone.text()).doesNotContain("horloge", "ALERTE");
            phone.accessible().screenshots("verify-without-network");
            typed(phone, seal(revoked));
            assertThat(verdict(phone)).isEqualTo("REVOQUE");
            typed(phone, ShortCode.ofData(good.code()).toString());
            phone.sees("Sans réseau, un code court ne suffit pas");
            Path photo =
                    Files.write(
                            folder.resolve("photo.jpg"),
                            Pictures.jpeg(Pictures.turned(Pictures.qr(seal(good)), 4, 1)));
            phone.upload("photo", photo);
            assertThat(verdict(phone)).isEqualTo("VALIDE");
            Path other =
                    Files.write(
                            folder.resolve("code.png"), Pictures.png(Pictures.qr("HC1:6BFOXN")));
            phone.upload("photo", other);
            phone.sees("certificat de santé");
        } finally {
            cable.close();
        }
    }

    /** The organiser's key: what the portal hands out, opened on a computer without a network. */
    @Test
    void theFileForAKeyComesFromThePortalAndStandsAlone() throws IOException {
        byte[] file = published("/verify/danaya-verify.html");
        assertThat(file.length).isBetween(100_000, 300 * 1024);
        Files.write(folder.resolve("danaya-verify.html"), file);
        Path snapshot =
                Files.write(folder.resolve("danaya-snapshot.cbor"), published("/verify/snapshot"));
        try (Browser door = Browser.open(folder.toUri())) {
            door.go("danaya-verify.html").find("#danaya-verifier[data-ready]");
            typed(door, seal(good));
            assertThat(verdict(door)).isEqualTo("VALIDE");
            door.upload("snapshot", snapshot);
            typed(door, seal(revoked));
            assertThat(verdict(door)).isEqualTo("REVOQUE");
            door.sees("Issa COUPÉ EXEMPLE").quiet();
        }
    }

    @Test
    void byKeyboardAloneFromThePageToTheVerdict() {
        try (Browser keys = Browser.open(TestPlatform.address()).width(Browser.PHONE)) {
            keys.go("/verify/offline").find("#danaya-verifier[data-ready]");
            for (int i = 0; i < 20 && !"dv-code".equals(keys.focused().getAttribute("id")); i++) {
                keys.key(Keys.TAB);
            }
            keys.focused().sendKeys(seal(good));
            keys.key(Keys.TAB).key(Keys.ENTER);
            assertThat(verdict(keys)).isEqualTo("VALIDE");
            assertThat(keys.focused().getAttribute("id")).isEqualTo("dv-result");
            keys.accessible();
            keys.find("#dv-code").clear();
            keys.find("#dv-code").sendKeys(ShortCode.ofData(good.code()).toString());
            keys.find("#dv-check").click();
            keys.sees("Une personne vous montre un mandat");
            assertThat(keys.find("[name=code]").getAttribute("value"))
                    .isEqualTo(ShortCode.ofData(good.code()).toString());
            assertThat(keys.driver().getCurrentUrl()).endsWith("/verify");
        }
    }

    @Test
    void chromiumsOwnCameraReadsALetter() throws IOException {
        Path film = film(Pictures.turned(Pictures.qr(seal(good)), 2, 1));
        try (Browser camera =
                Browser.with(
                                TestPlatform.address(),
                                "fr",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-video-capture=" + film)
                        .width(Browser.PHONE)) {
            camera.go("/verify").press("Scanner avec la caméra");
            assertThat(verdict(camera)).isEqualTo("VALIDE");
            camera.sees("Fanta RÉSEAU EXEMPLE");
            camera.go("/verify/offline").find("#danaya-verifier[data-ready]");
            camera.find("#dv-scan").click();
            assertThat(verdict(camera)).isEqualTo("VALIDE");
        }
    }

    /** A film of one picture, as Chromium's fake camera takes it (YUV4MPEG2, 4:2:0). */
    private Path film(BufferedImage picture) throws IOException {
        int width = 960;
        int height = 720;
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int side = height;
        frame.createGraphics()
                .drawImage(picture, (width - side) / 2, 0, side, side, java.awt.Color.GRAY, null);
        byte[] grey = ((java.awt.image.DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        byte[] colour = new byte[width * height / 2];
        java.util.Arrays.fill(colour, (byte) 128);
        Path file = folder.resolve("camera.y4m");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(
                    ("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420jpeg\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 5; i++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(grey);
                out.write(colour);
            }
        }
        return file;
    }

    private static void typed(Browser browser, String text) {
        browser.find("#dv-code").clear();
        browser.find("#dv-code").sendKeys(text);
        browser.find("#dv-check").click();
    }

    private static String verdict(Browser browser) {
        return browser.find("[data-verdict]").getAttribute("data-verdict");
    }
}
