package org.danaya.trust.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.access.TestNames;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.page.Language;
import org.danaya.people.Basis;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.programs.Grant;
import org.danaya.programs.TestApiKeys;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.validation.SignatureVerdict;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** Under what seals are put, once a structure has an office that signs. About 10 seconds. */
class InWhoseNameSealTest {

    private static final SealNames NAMES = TestPlatform.bean(SealNames.class);

    @Test
    void onceAnOfficeSignsNoSealIsPutWithoutWhatLetsOne() throws Exception {
        PlatformMandates kit = new PlatformMandates("sceau-au-nom-de", "MSAN");
        UUID ministry = kit.ministry.id();
        String name = kit.ministry.name(Language.FRENCH);
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(TestPlatform::bean, ministry, name, name);
        UUID keeper = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, keeper, Role.SEAL_KEEPER, Optional.of(ministry));
        TestApiKeys.Given key =
                TestApiKeys.give(
                        TestPlatform::bean,
                        ministry,
                        keeper,
                        Grant.SEAL_DOCUMENTS,
                        Grant.READ_SEALS);
        Person person =
                TestPlatform.bean(Persons.class)
                        .get(TestPlatform.bean(Accounts.class).get(keeper).owner().person());

        HttpResponse<byte[]> refused = seal(key);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("access.no-basis", "SIGNER");
        assertThatThrownBy(() -> NAMES.confirmed(keeper, ministry)).matches(TestNames::isMissing);

        kit.inForce(
                kit.terms(
                        person,
                        new Scope(
                                Map.of(Scope.Side.MATTERS, Limit.of(List.of("budget"))),
                                Optional.empty()),
                        Power.SIGN));
        assertThat(seal(key).statusCode())
                .as("nobody looks at what a program seals, so nobody says it is about the budget")
                .isEqualTo(403);
        assertThat(NAMES.confirmed(keeper, ministry).orElseThrow().basis().within())
                .containsExactly("matters budget");

        Mandate.Head open = kit.inForce(kit.terms(person, Scope.OPEN, Power.SIGN)).getFirst();
        HttpResponse<byte[]> sealed = seal(key);
        assertThat(sealed.statusCode()).as(text(sealed)).isEqualTo(200);
        Seal seal =
                TestPlatform.bean(Seals.class)
                        .find(
                                UUID.fromString(
                                        sealed.headers().firstValue("Danaya-Seal").orElseThrow()))
                        .orElseThrow();
        assertThat(seal.name().orElseThrow().basis())
                .isEqualTo(new Basis.Mandate(open.id(), ministry, List.of(), open.number()));
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked)
                        TestPlatform.bean(Validations.class)
                                .check(
                                        new SignedFile("exemple.asice", sealed.body()),
                                        List.of(),
                                        Locale.FRENCH);
        assertThat(checked.signatures().getFirst().roles())
                .containsExactly(new SignatureVerdict.Role(seal.name().get().role(), true));
        HttpResponse<String> listed =
                CLIENT.send(
                        HttpRequest.newBuilder(TestPlatform.address().resolve(SealsApi.PATH))
                                .header("Authorization", key.header())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(listed.body()).contains("\"basis\":\"mandate:" + open.id() + "\"");

        kit.mandates.endings().suspend(open.id(), UUID.randomUUID(), "vérification (exemple)");
        assertThat(seal(key).statusCode()).isEqualTo(403);
        CLIENT.close();
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<byte[]> seal(TestApiKeys.Given key) throws Exception {
        String body =
                "--exemple\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"exemple.txt\"\r\n\r\nUn exemple\r\n--exemple--\r\n";
        return CLIENT.send(
                HttpRequest.newBuilder(TestPlatform.address().resolve(SealsApi.PATH + "?level=b"))
                        .header("Authorization", key.header())
                        .header("Content-Type", "multipart/form-data; boundary=exemple")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
