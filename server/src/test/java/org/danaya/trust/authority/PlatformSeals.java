package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.access.TestNames;
import org.danaya.base.Ids;
import org.danaya.crypto.Token;
import org.danaya.log.Leaves;
import org.danaya.signin.AssertionOutcome;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificates for seals on a whole platform that has an authority for structures. */
public final class PlatformSeals {

    private PlatformSeals() {}

    /** Asked for, examined, and approved by a passkey of the test's own; the key is kept there. */
    public static Certificate certify(
            TestAccounts.Beans beans, UUID structure, String organization, String name) {
        return certify(beans, beans.get(Requests.class), structure, organization, name);
    }

    /** The same, and the key is kept in a token of the test's own. */
    public static Certificate certifyIn(
            Token holders,
            TestAccounts.Beans beans,
            UUID structure,
            String organization,
            String name) {
        Requests requests =
                new Requests(
                        beans.get(JdbcClient.class),
                        beans.get(KnownProfiles.class),
                        beans.get(Register.class),
                        beans.get(Drafting.class),
                        holders,
                        beans.get(TransactionTemplate.class),
                        _ -> {},
                        beans.get(Ids.class),
                        beans.get(Clock.class),
                        100);
        return certify(beans, requests, structure, organization, name);
    }

    private static Certificate certify(
            TestAccounts.Beans beans,
            Requests requests,
            UUID structure,
            String organization,
            String name) {
        UUID applicant = UUID.randomUUID();
        UUID officer = UUID.randomUUID();
        Request.Head asked =
                requests.submit(
                                applicant,
                                new Requests.Asked(
                                        "structure-seal",
                                        Optional.of(structure),
                                        Optional.empty(),
                                        Map.of(
                                                SubjectAttribute.ORGANIZATION, organization,
                                                SubjectAttribute.ORGANIZATION_IDENTIFIER,
                                                        "NTRML-EXEMPLE",
                                                SubjectAttribute.COMMON_NAME, name),
                                        List.of(),
                                        new Requests.Key.Here(),
                                        Optional.empty()))
                        .head();
        Examinations examinations = beans.get(Examinations.class);
        examinations.check(
                List.of(asked.id()),
                IdentityCheck.of(
                        beans.get(KnownProfiles.class)
                                .find("structure-seal")
                                .orElseThrow()
                                .profile()
                                .kind()),
                officer);
        examinations.prepare(asked.id(), officer);
        Approvals.Outcome outcome =
                approvals(beans)
                        .approve(UUID.randomUUID(), List.of(asked.id()), "question", "answer");
        return ((Approvals.Outcome.Issued) outcome).certificates().getFirst();
    }

    private static Approvals approvals(TestAccounts.Beans beans) {
        TestPasskey passkey = new TestPasskey();
        return new Approvals(
                beans.get(JdbcClient.class),
                beans.get(Authorities.class),
                beans.get(AuthorityKeys.class),
                beans.get(KnownProfiles.class),
                beans.get(Leaves.class),
                (account, _, content, _, _) ->
                        new AssertionOutcome.Confirmed(
                                passkey.confirm(beans.get(Ids.class).next(), account, content)),
                TestNames.nobody(),
                beans.get(TransactionTemplate.class),
                _ -> {},
                beans.get(Clock.class),
                Duration.ofDays(14));
    }
}
