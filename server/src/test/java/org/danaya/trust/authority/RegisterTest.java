package org.danaya.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.people.Structure;
import org.danaya.people.StructureDetails;
import org.danaya.people.StructureKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the register says of a structure that asks, and how many of its requests may wait. */
class RegisterTest {

    private static final UUID APPLICANT = UUID.randomUUID();

    @TempDir Path folder;
    private TestAuthority test;

    @BeforeEach
    void authorities() {
        test = new TestAuthority(folder, KeyAlgorithm.EC_P256, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        test.token.close();
    }

    @Test
    void aStructureIsNamedAsTheRegisterNamesIt() {
        UUID structure = registered("dgx", "Direction générale des exemples", "DGX");
        for (String name :
                List.of(
                        "Direction générale des exemples",
                        // The same, with its accents as marks of their own (NFD).
                        " Direction ge\u0301ne\u0301rale des exemples ",
                        "General directorate of examples",
                        "DGX")) {
            assertThat(refusal(seal(structure, name, "DA:ML-dgx"))).as(name).isEmpty();
        }
        for (String name :
                List.of(
                        "Direction generale des exemples",
                        "DIRECTION GÉNÉRALE DES EXEMPLES",
                        "Dgx",
                        "Direction générale des exemples et plus",
                        "Présidence (exemple)")) {
            assertThat(refusal(seal(structure, name, "DA:ML-dgx")))
                    .as(name)
                    .hasValueSatisfying(
                            fault ->
                                    assertThat(fault)
                                            .hasMessage(
                                                    "authority.not-as-registered [%s, %s]",
                                                    name, "Direction générale des exemples"));
        }
        assertThat(refusal(seal(structure, "DGX", "DA:ML-presidence"))).isPresent();
        assertThatThrownBy(
                        () ->
                                test.requests.submit(
                                        APPLICANT, seal(structure, "Présidence", "DA:ML-dgx")))
                .hasMessageContaining("authority.not-as-registered");
    }

    @Test
    void aLongNameIsCutAndStillTheRegisters() {
        String name = "Exemple ".repeat(20).strip();
        UUID structure = registered("long", name, null);
        assertThat(refusal(seal(structure, name.substring(0, 63), "DA:ML-long"))).isEmpty();
        assertThat(refusal(seal(structure, name.substring(0, 40), "DA:ML-long"))).isPresent();
    }

    @Test
    void whatTheRegisterDoesNotKnowIsShownToTheApprover() {
        UUID structure = registered("dgy", "Direction (exemple)", null);
        Requests.Asked own = seal(structure, "Direction (exemple)", "DA:ML-dgy");
        Requests.Asked foreign = seal(structure, "Direction (exemple)", "NTRML-123");
        assertThat(refusal(foreign)).isEmpty();
        assertThat(unconfirmed(own)).isEmpty();
        assertThat(unconfirmed(foreign)).containsExactly(SubjectAttribute.ORGANIZATION_IDENTIFIER);
        Requests.Asked nobody = seal(UUID.randomUUID(), "Inconnue (exemple)", "DA:ML-x");
        assertThat(unconfirmed(nobody))
                .containsExactly(
                        SubjectAttribute.ORGANIZATION, SubjectAttribute.ORGANIZATION_IDENTIFIER);
    }

    @Test
    void aStructureHasOnlySoManyOpenRequests() throws Exception {
        UUID structure = registered("dgz", "Direction (exemple)", null);
        byte[] key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
        Requests.Asked one = named(structure, "Direction (exemple)", "DA:ML-dgz", key);
        List<Requests.Asked> many = Collections.nCopies(300, one);
        List<Request.Submitted> first = test.requests.submit(APPLICANT, many);
        test.requests.submit(APPLICANT, Collections.nCopies(200, one));
        List<String> keys = test.holders.labels();
        assertThatThrownBy(
                        () ->
                                test.requests.submit(
                                        APPLICANT,
                                        seal(structure, "Direction (exemple)", "DA:ML-dgz")))
                .hasMessage("authority.too-many-open [500]");
        assertThat(test.holders.labels()).as("no key is made for nothing").isEqualTo(keys);
        test.requests.withdraw(first.getFirst().head().id(), APPLICANT);
        test.requests.submit(APPLICANT, one);
        UUID other = registered("dgw", "Direction (exemple)", null);
        test.requests.submit(APPLICANT, named(other, "Direction (exemple)", "DA:ML-dgw", key));
    }

    private UUID registered(String identifier, String name, @Nullable String acronym) {
        UUID id = UUID.randomUUID();
        test.structures.put(
                id,
                new Structure(
                        id,
                        identifier,
                        1,
                        LocalDate.MIN,
                        new StructureDetails(
                                StructureKind.ESTABLISHMENT,
                                name,
                                "General directorate of examples",
                                acronym,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null)));
        return id;
    }

    private Optional<Fault> refusal(Requests.Asked asked) {
        return test.requests.refusals(List.of(asked)).getFirst();
    }

    private List<SubjectAttribute> unconfirmed(Requests.Asked asked) {
        return test.register.unconfirmed(
                test.profiles.get(asked.profile()),
                test.register.find(asked.structure()),
                asked.subject());
    }

    private static Requests.Asked seal(UUID structure, String name, String number) {
        return named(structure, name, number, new Requests.Key.Here());
    }

    private static Requests.Asked named(UUID structure, String name, String number, byte[] key) {
        return named(structure, name, number, new Requests.Key.Given(key));
    }

    private static Requests.Asked named(
            UUID structure, String name, String number, Requests.Key key) {
        return new Requests.Asked(
                "structure-seal",
                Optional.of(structure),
                Optional.empty(),
                Map.of(
                        SubjectAttribute.ORGANIZATION, name,
                        SubjectAttribute.ORGANIZATION_IDENTIFIER, number,
                        SubjectAttribute.COMMON_NAME, "Cachet (exemple)"),
                List.of(),
                key,
                Optional.empty());
    }
}
