package org.danaya.signin;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.signin.AssertionOutcome.Confirmed;
import org.danaya.signin.AssertionOutcome.Evidence;
import org.danaya.signin.AssertionOutcome.Reason;
import org.danaya.signin.AssertionOutcome.Refused;
import org.danaya.signin.passkey.ChallengeTable.Challenge;
import org.danaya.signin.passkey.ChallengeTable.Purpose;
import org.danaya.signin.passkey.Challenges;
import org.danaya.signin.passkey.PasskeyTable;
import org.danaya.signin.passkey.RelyingParty;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a person to confirm content with a passkey, and keeps what proves that they did.
 *
 * <p>A page puts the question ({@link #ask}) and hands its JSON to {@code passkey.js}; what comes
 * back, with the same content, goes to {@link #answer}.
 */
@Component
public final class FreshAssertions {

    private final Challenges challenges;
    private final RelyingParty party;
    private final PasskeyTable passkeys;
    private final EvidenceTable evidence;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    FreshAssertions(
            Challenges challenges,
            RelyingParty party,
            PasskeyTable passkeys,
            EvidenceTable evidence,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.challenges = challenges;
        this.party = party;
        this.passkeys = passkeys;
        this.evidence = evidence;
        this.ids = ids;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Puts a question to a person: do you confirm this content? It stands for five minutes.
     *
     * @return JSON for the browser: {@code {"challenge": ID, "publicKey": {…}}}
     */
    public String ask(UUID account, byte[] content) {
        return party.request(challenges.about(account, Challenges.hash(content)));
    }

    /**
     * Checks an answer. Runs in the caller's transaction, if there is one; the question is used up
     * with it.
     *
     * @param what what is confirmed, for the journal, such as {@code mandate:0198…}
     * @param challenge the id that came with the question
     * @param credential what the passkey answered, as JSON
     */
    public AssertionOutcome answer(
            UUID account, String what, byte[] content, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            AssertionOutcome outcome =
                                    checked(
                                            account,
                                            Challenges.hash(content),
                                            challenge,
                                            credential);
                            news.publishEvent(told(account, what, outcome));
                            return outcome;
                        }));
    }

    /** The evidence of an earlier confirmation. */
    public Optional<Evidence> evidence(UUID id) {
        return evidence.find(id);
    }

    private AssertionOutcome checked(
            UUID account, byte[] contentHash, String id, String credential) {
        Challenge challenge;
        try {
            challenge = challenges.take(id, Purpose.ASSERT);
        } catch (Fault _) {
            return new Refused(Reason.QUESTION_GONE);
        }
        if (!account.equals(challenge.account())) {
            return new Refused(Reason.OTHER_PERSON);
        }
        byte[] nonce = Objects.requireNonNull(challenge.nonce());
        if (!MessageDigest.isEqual(Challenges.commitment(nonce, contentHash), challenge.value())) {
            return new Refused(Reason.OTHER_CONTENT);
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    party.authenticate(challenge, credential);
            byte[] credentialId = answer.getRawId().getBytes();
            if (passkeys.find(credentialId).filter(p -> p.account().equals(account)).isEmpty()) {
                return new Refused(Reason.WRONG_ANSWER);
            }
            AuthenticatorAssertionResponse response = answer.getResponse();
            Evidence kept =
                    new Evidence(
                            ids.next(),
                            account,
                            credentialId,
                            passkeys.publicKey(credentialId),
                            contentHash,
                            nonce,
                            response.getAuthenticatorData().getBytes(),
                            response.getClientDataJSON().getBytes(),
                            response.getSignature().getBytes(),
                            Moments.now(clock));
            evidence.insert(kept);
            return new Confirmed(kept);
        } catch (Fault _) {
            return new Refused(Reason.WRONG_ANSWER);
        }
    }

    private static Act told(UUID account, String what, AssertionOutcome outcome) {
        String subject = "account:" + account;
        return switch (outcome) {
            case Confirmed(Evidence kept) ->
                    Act.done(
                            SigninAct.ASSERTED,
                            subject,
                            Map.of("what", what, "evidence", kept.id().toString()));
            case Refused(Reason reason) ->
                    Act.refused(
                            SigninAct.ASSERTION_FAILED,
                            subject,
                            Map.of("what", what, "why", reason.name().toLowerCase(Locale.ROOT)));
        };
    }
}
