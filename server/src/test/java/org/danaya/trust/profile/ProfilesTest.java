package org.danaya.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Milliseconds. */
class ProfilesTest {

    private static final Country COUNTRY = Profiles.shipped().country();

    @Test
    void everyShippedProfileIsReadAndOrdered() {
        assertThat(Profiles.shipped().all())
                .extracting(Profile::id)
                .startsWith("root", "issuing-persons")
                .hasSize(11);
        assertThat(Profiles.shipped().issuedBy(AuthorityKind.INFRASTRUCTURE))
                .extracting(Profile::id)
                .containsExactly("ocsp", "timestamp");
    }

    @Test
    void noShippedProfileClaimsWhatTheLawDoesNotSay() {
        assertThat(Profiles.shipped().get("person-signature").statements())
                .containsExactly(new QcStatement.Semantics(QcStatement.Kind.NATURAL));
    }

    @Test
    void theCountrysLawIsItsOwnFilesWord(@TempDir Path home) throws IOException {
        write(home, "country.yaml", shipped("country.yaml") + "\nqualified-under: ML\n");
        assertThat(Profiles.ofHome(home).get("person-signature").statements())
                .contains(
                        new QcStatement.Compliance(),
                        new QcStatement.Legislation(List.of("ML")),
                        new QcStatement.Purpose(QcStatement.QcPurpose.ESIGN));
    }

    @Test
    void aFileOfTheHomeReplacesTheShippedProfileAndAddsItsOwn(@TempDir Path home)
            throws IOException {
        String seal = shipped("structure-seal.yaml");
        write(home, "a.yaml", seal.replace("approvals: 1", "approvals: 2"));
        write(home, "b.yaml", seal.replace("id: structure-seal", "id: bank-seal"));
        Profiles profiles = Profiles.ofHome(home);
        assertThat(profiles.get("structure-seal").approvals()).isEqualTo(2);
        assertThat(profiles.get("bank-seal").kind()).isEqualTo(ProfileKind.SEAL);
        assertThat(profiles.get("structure-seal").digest())
                .isNotEqualTo(Profiles.shipped().get("structure-seal").digest());
        assertThat(profiles.get("ocsp").digest())
                .isEqualTo(Profiles.shipped().get("ocsp").digest());
        write(home, "c.yaml", seal);
        assertThatThrownBy(() -> Profiles.ofHome(home)).hasMessageContaining("profile.twice");
    }

    @Test
    void anUnknownProfileIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Profiles.shipped().get("tsl-server"))
                .hasMessageContaining("profile.unknown")
                .hasMessageContaining("tls-server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    approvals: 1               | aprovals: 1                  | missing-key
                    partition: structures      | partition: structures\\nx: 1  | unknown-key
                    approvals: 1               | approvals: many              | wrong-value
                    approvals: 1               | approvals: 1\\napprovals: 2   | not-yaml
                    id: structure-seal         | id: &a structure-seal\\npartition: *a | alias
                    id: structure-seal         | id: Structure                | wrong-value
                    key-usage: [non-repudiation] | key-usage: [digital-signature] | breaks-rule
                    key-usage: [non-repudiation] | key-usage: [non-repudiation, non-repudiation] | wrong-value
                    most: 3y                   | most: 3 ans                  | wrong-value
                    usual: 3y                  | usual: 4y                    | breaks-rule
                    subject-key-identifier: true | subject-key-identifier: oui | wrong-value
                    kind: seal                 | kind: timestamp              | breaks-rule
                    kind: seal                 | kind: ocsp                   | breaks-rule
                    kind: seal                 | kind: tls-server             | breaks-rule
                    issued-by: [structures]    | issued-by: [root]            | breaks-rule
                    optional: true             | optional: true, colour: blue | unknown-key
                    """)
    void aWrongFileIsRefusedWithItsCause(String found, String instead, String code) {
        String text = shipped("structure-seal.yaml").replace(found, instead.replace("\\n", "\n"));
        assertRefused(text).hasMessageContaining("profile." + code);
    }

    @Test
    void theLineOfTheWrongKeyIsNamed() {
        String text = shipped("structure-seal.yaml").replace("approvals: 1", "aprovals: 1");
        int line = text.substring(0, text.indexOf("partition")).split("\n", -1).length;
        String whole = text.replace("partition: structures", "partition: structures\nextra: 1");
        assertRefused(whole.replace("aprovals", "approvals"))
                .satisfies(
                        problem ->
                                assertThat(((Fault) problem).facts())
                                        .containsSequence("test.yaml", line + 1, "extra"));
    }

    @Test
    void aHugeOrDeepFileIsRefused() {
        assertRefused("a: " + "x".repeat(70_000)).hasMessageContaining("profile.too-large");
        assertRefused("a: " + "[".repeat(5_000)).hasMessageContaining("profile.not-yaml");
        assertRefused("").hasMessageContaining("profile.not-yaml");
        assertRefused("- a").hasMessageContaining("profile.not-yaml");
        assertRefused("a: !!java.net.URL [x]").isInstanceOf(Fault.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
        return assertThatThrownBy(
                        () ->
                                ProfileReader.read(
                                        "test.yaml",
                                        text.getBytes(StandardCharsets.UTF_8),
                                        COUNTRY))
                .isInstanceOf(Fault.class);
    }

    private static void write(Path home, String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("profiles"));
        Files.writeString(folder.resolve(name), text);
    }

    private static String shipped(String file) {
        try (InputStream in =
                Objects.requireNonNull(
                        ProfilesTest.class.getResourceAsStream("/profiles/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
