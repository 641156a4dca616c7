package org.danaya.trust.authority;

import java.time.Clock;
import java.time.Duration;
import org.danaya.access.TestAccounts;
import org.danaya.base.Ids;
import org.danaya.log.Leaves;
import org.danaya.signin.AssertionOutcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Approvals on a platform without sign-in: one passkey confirms whatever it is asked. */
public final class TestApprovals {

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
                beans.get(TransactionTemplate.class),
                news,
                beans.get(Clock.class),
                Duration.ofDays(14));
    }
}
