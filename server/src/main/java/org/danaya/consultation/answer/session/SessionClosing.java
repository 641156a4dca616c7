package org.danaya.consultation.answer.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.danaya.access.AccountPersons;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.signin.AssertionOutcome;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another person's approval of minutes: a passkey over their hash, and a leaf. */
public final class SessionClosing {

    /** Leaves that say that minutes were closed. */
    static final String CLOSED = "consultation.minutes";

    /** What the references of those leaves begin with. */
    static final String REFERENCE = "consultation:minutes:";

    private final SessionTable sessions;
    private final TextRegister texts;
    private final MinutesPaper paper;
    private final Passkeys passkeys;
    private final AccountPersons persons;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    SessionClosing(
            JdbcClient jdbc,
            TextRegister texts,
            MinutesPaper paper,
            Passkeys passkeys,
            AccountPersons persons,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.sessions = new SessionTable(jdbc);
        this.texts = texts;
        this.paper = paper;
        this.passkeys = passkeys;
        this.persons = persons;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** As {@link org.danaya.signin.FreshAssertions#answer}. */
    @FunctionalInterface
    interface Passkeys {

        AssertionOutcome answer(
                UUID account, String what, byte[] content, String challenge, String credential);
    }

    /** The minutes as they are now: PDF/A, the same bytes each time. */
    public byte[] pdf(Session session) {
        return paper.pdf(texts.get(session.head().dossier()), version(session), session);
    }

    /** The minutes as they are now, for a word processor. */
    public byte[] docx(Session session) {
        return paper.docx(texts.get(session.head().dossier()), version(session), session);
    }

    private TextVersion version(Session session) {
        return texts.version(session.head().version());
    }

    /** What whoever approves confirms. */
    public byte[] statement(Session session) {
        return statement(session, pdf(session));
    }

    private byte[] statement(Session session, byte[] pdf) {
        return """
                danaya text minutes v1
                text %s
                session %d
                kind %s
                sha256 %s
                """
                .formatted(
                        texts.get(session.head().dossier()).slug(),
                        session.head().number(),
                        session.content().terms().kind().code(),
                        Sha256.hexOf(pdf))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether an account's person wrote of the minutes, by whatever account. */
    public boolean wrote(UUID account, UUID session) {
        return sessions.writers(session).stream().anyMatch(each -> persons.areSame(account, each));
    }

    /**
     * Closes the minutes.
     *
     * @param seen as the person saw them
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#STALE}, {@link SessionFault#NOBODY}, {@link SessionFault#OWN_MINUTES},
     *     {@link SessionFault#NOT_CONFIRMED}
     */
    public Session.Closed close(
            UUID account, Session.Open seen, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(_ -> closed(account, seen, challenge, credential)));
    }

    private Session.Closed closed(
            UUID account, Session.Open seen, String challenge, String credential) {
        Session locked =
                sessions.lock(seen.id()).orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
        if (!(locked instanceof Session.Open open)) {
            throw new Fault(SessionFault.OVER);
        }
        if (open.revision() != seen.revision()) {
            throw new Fault(SessionFault.STALE);
        }
        if (open.content().attendance().isEmpty()) {
            throw new Fault(SessionFault.NOBODY);
        }
        if (wrote(account, open.id())) {
            throw new Fault(SessionFault.OWN_MINUTES);
        }
        byte[] pdf = pdf(open);
        byte[] statement = statement(open, pdf);
        String subject = Session.subject(open.id());
        if (!(passkeys.answer(account, subject, statement, challenge, credential)
                instanceof AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence))) {
            throw new Fault(SessionFault.NOT_CONFIRMED);
        }
        Session.Closed closed =
                new Session.Closed(
                        open.head(),
                        open.content(),
                        Sha256.hexOf(pdf),
                        account,
                        evidence.id(),
                        Moments.now(clock));
        sessions.close(closed, pdf);
        leaves.append(leaf(closed));
        news.publishEvent(new MinutesClosed(closed.id()));
        news.publishEvent(
                Act.done(
                        SessionAct.CLOSED,
                        subject,
                        Map.of(
                                "sha256", closed.sha256(),
                                "evidence", evidence.id().toString())));
        return closed;
    }

    private NewLeaf leaf(Session.Closed closed) {
        Dossier dossier = texts.get(closed.head().dossier());
        return new NewLeaf(
                CLOSED,
                """
                danaya text minutes v1
                text %s
                version %d
                session %d
                kind %s
                sha256 %s
                evidence %s
                at %s
                """
                        .formatted(
                                dossier.slug(),
                                version(closed).head().number(),
                                closed.head().number(),
                                closed.content().terms().kind().code(),
                                closed.sha256(),
                                closed.evidence(),
                                closed.closedAt())
                        .getBytes(StandardCharsets.UTF_8),
                REFERENCE + closed.id());
    }
}
