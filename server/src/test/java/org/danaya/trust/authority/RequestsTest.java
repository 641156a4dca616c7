package org.danaya.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.TestNames;
import org.danaya.base.Act;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TestTokens;
import org.danaya.log.Leaves;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestTokens.Kind.class)
class RequestsTest {

    @Parameter TestTokens.Kind kind;

    private static final UUID APPLICANT = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID APPROVER = UUID.randomUUID();

    @TempDir Path folder;
    private TestAuthority test;

    @BeforeEach
    void authorities() {
        test =
                TestAuthority.in(
                        TestTokens.of(kind, folder), KeyAlgorithm.EC_P256, Clock.systemUTC());
        test.below(AuthorityKind.PERSONS);
    }

    @AfterEach
    void close() {
        test.token.close();
    }

    @Test
    void twoOthersMakeACertificateOfARequest() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        test.requests.attach(id, "identity-document", "carte.pdf", new byte[] {1}, APPLICANT);
        assertThatThrownBy(() -> test.examinations.prepare(id, APPLICANT))
                .hasMessageContaining("authority.same-person");
        assertThatThrownBy(() -> test.examinations.prepare(id, OFFICER))
                .hasMessageContaining("authority.checks-missing");
        Request.Prepared prepared = prepared(id);
        assertThatThrownBy(() -> approve(OFFICER, prepared))
                .hasMessageContaining("authority.same-person");
        assertThatThrownBy(() -> approve(APPLICANT, prepared))
                .hasMessageContaining("authority.same-person");
        assertThat(Leaves.of(test.source, "authority.issued")).isEmpty();

        Approvals.Outcome outcome = approve(APPROVER, prepared);

        assertThat(outcome).isInstanceOf(Approvals.Outcome.Issued.class);
        Certificate issued = ((Approvals.Outcome.Issued) outcome).certificates().getFirst();
        assertThat(issued.subject()).contains("Awa");
        assertThat(issued.keyLabel()).contains("h-" + id);
        assertThat(test.holders.find("h-" + id)).isPresent();
        assertThat(Leaves.of(test.source, "authority.issued")).hasSize(1);
        assertThat(Leaves.of(test.source, "authority.approved")).hasSize(1);
        assertThatThrownBy(() -> approve(APPROVER, prepared))
                .hasMessageContaining("authority.request-moved");
    }

    @Test
    void anotherAccountOfTheSamePersonIsNoOther() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        test.requests.attach(id, "identity-document", "carte.pdf", new byte[] {1}, APPLICANT);
        UUID applicantSince = UUID.randomUUID();
        UUID officerSince = UUID.randomUUID();
        test.names.persons.put(applicantSince, APPLICANT);
        test.names.persons.put(officerSince, OFFICER);
        assertThatThrownBy(() -> test.examinations.prepare(id, applicantSince))
                .hasMessageContaining("authority.same-person");
        Request.Prepared prepared = prepared(id);
        for (UUID account : List.of(applicantSince, officerSince)) {
            assertThatThrownBy(() -> approve(account, prepared))
                    .hasMessageContaining("authority.same-person");
        }
        assertThat(approve(APPROVER, prepared)).isInstanceOf(Approvals.Outcome.Issued.class);
    }

    @Test
    void whatIsPreparedAgainNeedsApprovalsAgain() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        Request.Prepared first = prepared(id);
        Request.Prepared second = prepared(id);
        assertThat(second.tbsSha256()).isNotEqualTo(first.tbsSha256());
        test.confirmed = test.approvals.statement(UUID.randomUUID(), List.of(first));
        assertThatThrownBy(
                        () -> test.approvals.approve(APPROVER, List.of(id), "challenge", "answer"))
                .as("the statement that was confirmed is another")
                .hasMessageContaining("authority.not-confirmed");
        assertThat(test.approvals.approvers(second)).isEmpty();
        assertThat(approve(APPROVER, second)).isInstanceOf(Approvals.Outcome.Issued.class);
    }

    @Test
    void nobodyApprovesInTheAgencysNameWithoutWhatLetsThem() {
        UUID agency = UUID.randomUUID();
        test.names.agency = Optional.of(agency);
        UUID first = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        Request.Prepared prepared = prepared(first);
        assertThat(approve(APPROVER, prepared))
                .as("no office of the agency is recorded: a role is enough")
                .isInstanceOf(Approvals.Outcome.Issued.class);
        assertThat(test.approvals.given(prepared).getFirst().basis()).isEmpty();
        test.names.needed.add(agency);
        UUID id = test.requests.submit(APPLICANT, asked("Kadi")).head().id();
        Request.Prepared other = prepared(id);
        assertThatThrownBy(() -> approve(APPROVER, other)).matches(TestNames::isMissing);
        assertThat(test.requests.get(id)).isInstanceOf(Request.Prepared.class);
        Basis mandate =
                new Basis.Mandate(
                        UUID.randomUUID(), agency, List.of("matters signature électronique"), 7);
        test.names.held.add(new InWhoseName.Held(mandate, "Agence", "Conseillère", LocalDate.MAX));
        test.confirmed = test.approvals.statement(APPROVER, List.of(other));
        assertThat(new String(test.confirmed, StandardCharsets.UTF_8))
                .contains(
                        "\nbasis mandate "
                                + mandate.id()
                                + " structure "
                                + agency
                                + " number 7\nbasis within matters signature électronique\ntbs ");
        test.approvals.approve(APPROVER, List.of(id), "challenge", "answer");
        assertThat(test.approvals.given(other).getFirst().basis()).contains(mandate);
        assertThat(test.news)
                .filteredOn(Act.class::isInstance)
                .map(Act.class::cast)
                .filteredOn(act -> act.type() == AuthorityAct.APPROVED)
                .map(act -> act.facts().get("basis"))
                .containsExactly("none", "mandate:" + mandate.id());
    }

    @Test
    void aFileThatComesAfterThePreparationNeedsAnother() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        Request.Prepared first = prepared(id);
        test.requests.attach(id, "identity-document", "carte.pdf", new byte[] {1}, APPLICANT);
        assertThat(test.requests.get(id)).isInstanceOf(Request.Submitted.class);
        assertThatThrownBy(() -> approve(APPROVER, first))
                .hasMessageContaining("authority.request-moved");
        Request.Prepared second = test.examinations.prepare(id, OFFICER);
        assertThat(second.evidenceSha256()).isNotEqualTo(first.evidenceSha256());
        assertThat(approve(APPROVER, second)).isInstanceOf(Approvals.Outcome.Issued.class);
    }

    @Test
    void aRefusedRequestLeavesNoKeyBehind() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        assertThat(test.holders.find("h-" + id)).isPresent();
        test.examinations.refuse(id, OFFICER, "Le document est expiré.");
        assertThat(test.requests.get(id)).isInstanceOf(Request.Refused.class);
        assertThat(test.holders.find("h-" + id)).isEmpty();
        assertThatThrownBy(() -> test.examinations.prepare(id, OFFICER))
                .hasMessageContaining("authority.request-moved");
    }

    @Test
    void aKeyOfAnotherHolderIsRefused() {
        UUID id = test.requests.submit(APPLICANT, asked("Awa")).head().id();
        Request.Prepared prepared = prepared(id);
        approve(APPROVER, prepared);
        Requests.Asked mine = asked("Awa");
        assertThatThrownBy(
                        () ->
                                test.requests.submit(
                                        UUID.randomUUID(),
                                        new Requests.Asked(
                                                mine.profile(),
                                                Optional.empty(),
                                                Optional.of(UUID.randomUUID()),
                                                mine.subject(),
                                                List.of(),
                                                new Requests.Key.Given(prepared.head().publicKey()),
                                                Optional.empty())))
                .hasMessageContaining("authority.key-reused");
    }

    @Test
    void manyRequestsAreApprovedByOneAssertion() {
        List<UUID> ids =
                java.util.stream.IntStream.range(0, 5)
                        .mapToObj(
                                number ->
                                        test.requests
                                                .submit(
                                                        APPLICANT,
                                                        asked("Awa " + (char) ('A' + number)))
                                                .head()
                                                .id())
                        .sorted()
                        .toList();
        List<Request.Prepared> prepared = ids.stream().map(this::prepared).toList();
        test.confirmed = test.approvals.statement(UUID.randomUUID(), prepared);
        assertThat(test.approvals.approve(APPROVER, ids, "challenge", "answer"))
                .isInstanceOfSatisfying(
                        Approvals.Outcome.Issued.class,
                        issued -> assertThat(issued.certificates()).hasSize(5));
        assertThat(new String(test.confirmed, StandardCharsets.US_ASCII).lines()).hasSize(7);
        assertThat(Leaves.of(test.source, "authority.approved")).hasSize(1);
        assertThat(Leaves.of(test.source, "authority.issued")).hasSize(5);
    }

    @Test
    void aListIsTakenPreparedAndApprovedAsOneOrNotAtAll() {
        UUID list = UUID.randomUUID();
        List<UUID> ids =
                test
                        .requests
                        .submit(
                                APPLICANT,
                                List.of(inList(asked("Awa"), list), inList(asked("Binta"), list)))
                        .stream()
                        .map(each -> each.head().id())
                        .toList();
        assertThatThrownBy(() -> test.examinations.prepare(ids, OFFICER))
                .hasMessageContaining("authority.checks-missing");
        test.examinations.check(
                ids.subList(0, 1), List.copyOf(EnumSet.allOf(IdentityCheck.class)), OFFICER);
        assertThatThrownBy(() -> test.examinations.prepare(ids, OFFICER))
                .hasMessageContaining("authority.checks-missing");
        assertThat(test.requests.ofBatch(list)).allMatch(Request.Submitted.class::isInstance);
        test.examinations.check(ids, List.copyOf(EnumSet.allOf(IdentityCheck.class)), OFFICER);
        List<Request.Prepared> prepared = test.examinations.prepare(ids, OFFICER);
        test.confirmed = test.approvals.statement(UUID.randomUUID(), prepared);
        assertThat(test.approvals.approve(APPROVER, ids, "challenge", "answer"))
                .isInstanceOfSatisfying(
                        Approvals.Outcome.Issued.class,
                        issued -> assertThat(issued.certificates()).hasSize(2));
        assertThat(test.requests.ofBatch(list)).allMatch(Request.Issued.class::isInstance);
    }

    @Test
    void aListWithAnUnfitLineLeavesNothingBehind() {
        Requests.Asked fit = asked("Awa");
        Requests.Asked unfit =
                new Requests.Asked(
                        fit.profile(),
                        fit.structure(),
                        fit.holder(),
                        Map.of(),
                        List.of(),
                        fit.key(),
                        fit.batch());
        assertThatThrownBy(() -> test.requests.submit(APPLICANT, List.of(fit, unfit)))
                .hasMessageContaining("authority.subject-refused");
        assertThat(test.requests.of(APPLICANT)).isEmpty();
        assertThat(test.requests.refusals(List.of(fit, unfit)))
                .satisfiesExactly(
                        first -> assertThat(first).isEmpty(),
                        second -> assertThat(second).isPresent());
    }

    @Test
    void oneKeyIsNotCertifiedForTwoHoldersThatWereAskedForSideBySide() throws Exception {
        byte[] key =
                java.security.KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded();
        test.below(AuthorityKind.SERVERS);
        Requests.Asked mine = client(key, UUID.randomUUID());
        Requests.Asked others = client(key, UUID.randomUUID());
        assertThatThrownBy(() -> test.requests.submit(APPLICANT, List.of(mine, others)))
                .hasMessageContaining("authority.key-reused");
        Request.Prepared first = prepared(test.requests.submit(APPLICANT, mine).head().id());
        Request.Prepared second = prepared(test.requests.submit(APPLICANT, others).head().id());
        assertThat(approve(APPROVER, first)).isInstanceOf(Approvals.Outcome.Issued.class);
        assertThatThrownBy(() -> approve(APPROVER, second))
                .hasMessageContaining("authority.key-reused");
        assertThat(Leaves.of(test.source, "authority.issued")).hasSize(1);
    }

    @Test
    void oneKeyIsNotCertifiedForTwoPeopleWhoseAccountsAreUnknown() throws Exception {
        byte[] key =
                java.security.KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded();
        UUID structure = UUID.randomUUID();
        List<Requests.Asked> both =
                java.util.stream.Stream.of("Awa", "Binta")
                        .map(RequestsTest::asked)
                        .map(
                                each ->
                                        new Requests.Asked(
                                                each.profile(),
                                                Optional.of(structure),
                                                Optional.empty(),
                                                each.subject(),
                                                List.of(),
                                                new Requests.Key.Given(key),
                                                Optional.empty()))
                        .toList();
        assertThatThrownBy(() -> test.requests.submit(APPLICANT, both))
                .hasMessageContaining("authority.key-reused");
        Request.Prepared first =
                prepared(test.requests.submit(APPLICANT, both.getFirst()).head().id());
        Request.Prepared second =
                prepared(test.requests.submit(APPLICANT, both.getLast()).head().id());
        approve(APPROVER, first);
        assertThatThrownBy(() -> approve(APPROVER, second))
                .hasMessageContaining("authority.key-reused");
    }

    private static Requests.Asked client(byte[] key, UUID structure) {
        return new Requests.Asked(
                "tls-client",
                Optional.of(structure),
                Optional.empty(),
                Map.of(
                        SubjectAttribute.ORGANIZATION,
                        "Structure (exemple)",
                        SubjectAttribute.COMMON_NAME,
                        "Client (exemple)"),
                List.of(),
                new Requests.Key.Given(key),
                Optional.empty());
    }

    private static Requests.Asked inList(Requests.Asked asked, UUID list) {
        return new Requests.Asked(
                asked.profile(),
                asked.structure(),
                asked.holder(),
                asked.subject(),
                asked.alternatives(),
                asked.key(),
                Optional.of(list));
    }

    private Request.Prepared prepared(UUID id) {
        test.examinations.check(
                List.of(id), List.copyOf(EnumSet.allOf(IdentityCheck.class)), OFFICER);
        return test.examinations.prepare(id, OFFICER);
    }

    private Approvals.Outcome approve(UUID approver, Request.Prepared prepared) {
        test.confirmed = test.approvals.statement(approver, List.of(prepared));
        return test.approvals.approve(
                approver, List.of(prepared.head().id()), "challenge", "answer");
    }

    private static Requests.Asked asked(String givenName) {
        return new Requests.Asked(
                "person-signature",
                Optional.empty(),
                Optional.of(APPLICANT),
                Map.of(
                        SubjectAttribute.GIVEN_NAME,
                        givenName,
                        SubjectAttribute.SURNAME,
                        "Exemple",
                        SubjectAttribute.SERIAL_NUMBER,
                        "IDCML-0000001",
                        SubjectAttribute.COMMON_NAME,
                        givenName + " Exemple"),
                List.of(),
                new Requests.Key.Here(),
                Optional.empty());
    }
}
