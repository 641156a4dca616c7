package org.danaya.consultation.answer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.AccountPersons;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Drafting;
import org.danaya.consultation.TextKind;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Upload;
import org.danaya.log.Leaves;
import org.danaya.mandates.letter.ExampleLetters;
import org.danaya.page.Words;
import org.danaya.people.TestPersons;
import org.danaya.signin.AssertionOutcome;
import org.danaya.text.docx.DocxReader;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.Standing;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SessionsTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final Instant BEGINS = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID WRITER = UUID.randomUUID();
    private static final UUID WRITERS_OTHER = UUID.randomUUID();
    private static final UUID APPROVER = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();

    private final TextSessions sessions = TestPlatform.bean(TextSessions.class);
    private final Texts texts = TestPlatform.bean(Texts.class);
    private TextVersion version;
    private Session session;
    private boolean confirms = true;

    @BeforeEach
    void note() {
        String slug = "seance-" + UUID.randomUUID().toString().substring(0, 8);
        UUID lead = TestPersons.structure(SQL, slug, Optional.empty());
        Dossier dossier =
                texts.drafting()
                        .open(
                                WRITER,
                                new Drafting.Opening(
                                        slug,
                                        TextKind.STRATEGY,
                                        "Stratégie (exemple)",
                                        Optional.empty(),
                                        "fra",
                                        new Dossier.Lead(lead, slug, slug)))
                        .orElseThrow();
        Upload file = new Upload("t.xml", text("Trente.").getBytes(StandardCharsets.UTF_8));
        version =
                texts.drafting()
                        .take(WRITER, texts.drafting().understand(WRITER, dossier, file).id());
        session = sessions.writing().open(WRITER, version, terms(SessionKind.WORKSHOP));
    }

    private static Session.Terms terms(SessionKind kind) {
        return new Session.Terms(
                kind,
                "Atelier (exemple)",
                "Bamako",
                BEGINS,
                BEGINS.plusSeconds(7_200),
                List.of("Ouverture", "Examen"));
    }

    private static Attendance present(String structure) {
        return new Attendance(structure, "Exemple Essai", "Cadre", Presence.PRESENT);
    }

    @Test
    void minutesSayWhatWasNoted() {
        sessions.writing().attend(WRITER, session.id(), List.of(present("A"), present("B")));
        sessions.writing().attend(WRITER, session.id(), List.of(present("C")));
        sessions.writing().leave(WRITER, session.id(), 1, present("A"));
        decide("Porter le délai à soixante jours.");
        Decision second = decide("À retirer.");
        sessions.writing().undecide(WRITER, second);
        decide("Ajouter une annexe.");
        Session read = sessions.register().get(session.id());
        assertThat(read.content().attendance())
                .extracting(Attendance::structure)
                .containsExactly("B", "C");
        assertThat(read.content().decisions()).extracting(Decision::number).containsExactly(1, 2);
        assertThat(read.content().terms()).isEqualTo(terms(SessionKind.WORKSHOP));
        String docx = DocxReader.read(sessions.closing().docx(read)).flow().words();
        assertThat(docx)
                .contains("Atelier technique", "1. Ouverture", "Exemple Essai", "annexe")
                .doesNotContain("À retirer");
        byte[] pdf = sessions.closing().pdf(read);
        assertThat(pdf).isEqualTo(sessions.closing().pdf(read));
    }

    private Decision decide(String words) {
        return sessions.writing()
                .decide(WRITER, session.id(), new SessionWriting.Decided(words, "", "", Set.of()));
    }

    @Test
    void theNumberOfTheNextSessionFollows() {
        assertThat(session.head().number()).isEqualTo(1);
        assertThat(
                        sessions.writing()
                                .open(WRITER, version, terms(SessionKind.COUNCIL))
                                .head()
                                .number())
                .isEqualTo(2);
        assertThat(sessions.register().of(version.head().dossier())).hasSize(2);
    }

    @Test
    void whoeverLooksAtAnOldRevisionIsTold() {
        int seen = ((Session.Open) session).revision();
        sessions.writing().attend(WRITER, session.id(), List.of(present("A")));
        assertFault(
                () ->
                        sessions.writing()
                                .rewrite(WRITER, session.id(), seen, terms(SessionKind.WORKSHOP)),
                SessionFault.STALE);
        assertFault(
                () -> sessions.writing().leave(WRITER, session.id(), 1, present("B")),
                SessionFault.STALE);
        assertFault(() -> close(APPROVER, (Session.Open) session), SessionFault.STALE);
    }

    @Test
    void anotherPersonClosesMinutesForEver() {
        assertFault(() -> close(APPROVER, open()), SessionFault.NOBODY);
        sessions.writing().attend(WRITER, session.id(), List.of(present("A")));
        Decision decision = decide("Porter le délai à soixante jours.");
        assertFault(() -> close(WRITER, open()), SessionFault.OWN_MINUTES);
        assertFault(() -> close(WRITERS_OTHER, open()), SessionFault.OWN_MINUTES);
        confirms = false;
        assertFault(() -> close(APPROVER, open()), SessionFault.NOT_CONFIRMED);
        assertThat(sessions.register().get(session.id())).isInstanceOf(Session.Open.class);

        confirms = true;
        Session.Closed closed = close(APPROVER, open());
        assertThat(sessions.register().get(session.id())).isEqualTo(closed);
        byte[] kept = sessions.register().minutes(session.id()).orElseThrow();
        assertThat(Sha256.hexOf(kept)).isEqualTo(closed.sha256());
        assertThat(leaf())
                .contains("sha256 " + closed.sha256())
                .contains("session 1")
                .doesNotContain("Exemple");
        assertFault(
                () -> sessions.writing().attend(WRITER, session.id(), List.of(present("B"))),
                SessionFault.OVER);
        assertFault(() -> sessions.writing().undecide(WRITER, decision), SessionFault.OVER);
        assertFault(() -> sessions.writing().cancel(session.id(), "non"), SessionFault.OVER);
        assertFault(
                () -> close(APPROVER, new Session.Open(closed.head(), closed.content(), 3, BEGINS)),
                SessionFault.OVER);
        for (String change :
                List.of(
                        "update consultation.session set title = 'x' where id = ?",
                        "delete from consultation.attendance where session = ?",
                        "update consultation.decision set words = 'x' where session = ?")) {
            assertThatThrownBy(() -> SQL.sql(change).param(session.id()).update())
                    .hasMessageContaining("never change");
        }
    }

    @Test
    void theApprovedFileBearsTheSealOfTheStructureThatLeads() throws Exception {
        sessions.writing().attend(WRITER, session.id(), List.of(present("A")));
        Session.Closed closed = close(APPROVER, open());
        sessions.sealing().make(closed.id());
        assertThat(sessions.sealing().has(closed.id())).as("no certificate, no seal").isFalse();
        Dossier.Lead lead = texts.register().get(version.head().dossier()).lead();
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(TestPlatform::bean, lead.structure(), lead.name(), "Exemple");
        sessions.sealing().make(closed.id());
        byte[] approved = sessions.register().minutes(closed.id()).orElseThrow();
        byte[] sealed = sessions.sealing().pdf(closed.id()).orElseThrow();
        assertThat(sealed).startsWith(approved).hasSizeGreaterThan(approved.length);
        assertThat(ExampleLetters.broken(sealed)).isEmpty();
        assertThat(standing(sealed)).isIn(Standing.HOLDS, Standing.UNKNOWN_SIGNER);
        sealed[approved.length / 2] ^= 1;
        assertThat(standing(sealed)).isNotIn(Standing.HOLDS, Standing.UNKNOWN_SIGNER);
    }

    private static Standing standing(byte[] pdf) {
        ValidationOutcome outcome =
                TestPlatform.bean(Validations.class)
                        .check(new SignedFile("pv.pdf", pdf), List.of(), Locale.FRENCH);
        return outcome instanceof ValidationOutcome.Checked checked
                ? checked.signatures().getFirst().standing()
                : Standing.MALFORMED;
    }

    @Test
    void aCancelledSessionSaysWhy() {
        sessions.writing().cancel(session.id(), "Reportée (exemple)");
        assertThat(sessions.register().get(session.id()))
                .isInstanceOfSatisfying(
                        Session.Cancelled.class,
                        each -> assertThat(each.reason()).isEqualTo("Reportée (exemple)"));
        assertFault(
                () -> sessions.writing().attend(WRITER, session.id(), List.of(present("B"))),
                SessionFault.OVER);
    }

    private String leaf() {
        return SQL.sql("select convert_from(content, 'UTF8') from log.leaf where reference = ?")
                .param(SessionClosing.REFERENCE + session.id())
                .query(String.class)
                .single();
    }

    private Session.Open open() {
        return (Session.Open) sessions.register().get(session.id());
    }

    private Session.Closed close(UUID account, Session.Open seen) {
        SessionClosing closing =
                new SessionClosing(
                        SQL,
                        texts.register(),
                        new MinutesPaper(TestPlatform.bean(Words.class), ZoneOffset.UTC),
                        (who, _, content, _, _) ->
                                confirms
                                        ? new AssertionOutcome.Confirmed(evidence(who, content))
                                        : new AssertionOutcome.Refused(
                                                AssertionOutcome.Reason.WRONG_ANSWER),
                        new AccountPersons(
                                id -> id.equals(WRITER) || id.equals(WRITERS_OTHER) ? PERSON : id),
                        TestPlatform.bean(Leaves.class),
                        TestPlatform.bean(TransactionTemplate.class),
                        _ -> {},
                        TestPlatform.bean(Clock.class));
        return closing.close(account, seen, "", "");
    }

    private static AssertionOutcome.Evidence evidence(UUID account, byte[] content) {
        byte[] none = {1};
        return new AssertionOutcome.Evidence(
                UUID.randomUUID(),
                account,
                none,
                none,
                Sha256.of(content),
                none,
                none,
                none,
                none,
                BEGINS);
    }

    private static void assertFault(Runnable change, SessionFault fault) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        Fault.class, thrown -> assertThat(thrown.code()).isEqualTo(fault));
    }

    private static String text(String words) {
        return """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><meta/>
        <mainBody><article><num>Article 1</num><heading>Objet</heading><content><p>%s</p></content>
        </article></mainBody></doc></akomaNtoso>
        """
                .formatted(words);
    }
}
