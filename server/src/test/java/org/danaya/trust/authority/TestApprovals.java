package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.danaya.access.TestAccounts;
import org.danaya.access.TestNames;
import org.danaya.base.Ids;
import org.danaya.crypto.Tokens;
import org.danaya.log.Leaves;
import org.danaya.signin.AssertionOutcome;
import org.danaya.trust.profile.Profiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Approvals on a platform without sign-in: one passkey confirms whatever it is asked. */
public final class TestApprovals {

    private static final int MOST_OPEN = 1_000_000;

    private TestApprovals() {}

    public static Approvals on(TestAccounts.Beans beans, ApplicationEventPublisher news) {
        TestPasskey passkey = new TestPasskey();
        Ids ids = beans.get(Ids.class);
        return new Approvals(
                beans.get(JdbcClient.class),
                beans.get(Authorities.class),
                beans.get(AuthorityKeys.class),
                beans.get(KnownProfiles.class),
                beans.get(Leaves.class),
                (account, _, content, _, _) ->
                        new AssertionOutcome.Confirmed(
                                passkey.confirm(ids.next(), account, content)),
                TestNames.nobody(),
                beans.get(TransactionTemplate.class),
                news,
                beans.get(Clock.class),
                Duration.ofDays(14));
    }

    /** Requests on the same platform, which has no register of structures. */
    public static Requests requests(TestAccounts.Beans beans, ApplicationEventPublisher news) {
        return new Requests(
                beans.get(JdbcClient.class),
                beans.get(KnownProfiles.class),
                new Register(_ -> Optional.empty(), beans.get(Profiles.class).country()),
                beans.get(Drafting.class),
                beans.get(Tokens.class).holders(),
                beans.get(TransactionTemplate.class),
                news,
                beans.get(Ids.class),
                beans.get(Clock.class),
                MOST_OPEN);
    }
}
