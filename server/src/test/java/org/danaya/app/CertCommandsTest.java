package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.danaya.page.Heard;
import org.danaya.page.Language;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about certificates, on an installation that runs. */
class CertCommandsTest {

    private static final String NAME = "Example responder for commands";

    @TempDir private Path folder;

    @Test
    void certificatesAreListedShownAndWritten() throws Exception {
        Certificate issued = issued();
        String id = Long.toString(issued.id());
        Said list = run("list", "--text", NAME, "--json");
        assertThat(list.code).isZero();
        assertThat(list.text)
                .contains(HexFormat.of().formatHex(issued.serial()), "\"state\":\"good\"");
        assertThat(run("list", "--text", "nobody has this name").code).isEqualTo(1);

        Said shown = run("show", HexFormat.ofDelimiter(":").formatHex(issued.serial()));
        assertThat(shown.code).isZero();
        assertThat(shown.text).contains("Valid", NAME);

        Path file = folder.resolve("example.cer");
        assertThat(run("export", id, "--der", "--out", file.toString()).code).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(issued.der());
        assertThat(run("export", id, "--out", file.toString()).code)
                .as("no file is overwritten")
                .isEqualTo(3);
        assertThat(run("export", id).text).contains("-----BEGIN CERTIFICATE-----");

        TestPlatform.bean(Revocations.class)
                .revoke(issued.id(), RevocationReason.SUPERSEDED, Optional.empty());
        Said revoked = run("show", id);
        assertThat(revoked.code).isEqualTo(1);
        assertThat(revoked.text).contains("Revoked");
        assertThat(run("show", "0").text).contains("authority.unknown-certificate");
    }

    private static Certificate issued() throws Exception {
        Authority authority = PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.PERSONS);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PublicKey key = generator.generateKeyPair().getPublic();
        return TestPlatform.bean(Infrastructure.class)
                .issue(authority.id(), "ocsp", NAME, key, Duration.ofDays(2));
    }

    private record Said(int code, String text) {}

    private static Said run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "cert";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--home";
        all[words.length + 2] = TestPlatform.bean(Store.class).home().path().toString();
        try (Heard heard = Heard.together()) {
            int code = Danaya.commandLine(Language.ENGLISH).execute(all);
            return new Said(code, heard.out());
        }
    }
}
