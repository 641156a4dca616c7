package org.danaya.programs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.base.Ids;

/** API keys in force, made without anybody's approval, for tests. */
public final class TestApiKeys {

    private TestApiKeys() {}

    /**
     * A key of a structure.
     *
     * @param id of the key
     * @param text as a program shows it
     */
    public record Given(UUID id, String text) {

        /** The value of the header Authorization. */
        public String header() {
            return "Bearer " + text;
        }
    }

    /** A key for which an account answers that has all of the grants. */
    public static Given give(
            TestAccounts.Beans beans, UUID structure, UUID account, Grant... grants) {
        return give(beans, structure, account, List.of(), grants);
    }

    static Given give(
            TestAccounts.Beans beans,
            UUID structure,
            UUID account,
            List<Network> networks,
            Grant... grants) {
        ApiKeys.Made made =
                beans.get(ApiKeys.class)
                        .make(
                                new ApiKeys.Wish(
                                        structure,
                                        "Exemple",
                                        Set.of(grants),
                                        networks,
                                        Instant.now().plus(Duration.ofDays(30))),
                                account);
        UUID id = made.key().head().id();
        if (made.key() instanceof ApiKey.Waiting) {
            Ids ids = beans.get(Ids.class);
            beans.get(ApiKeyTable.class)
                    .approve(id, new ApiKey.Approval(ids.next(), Instant.now(), ids.next()));
        }
        return new Given(id, made.secret().reveal());
    }

    /** Ends a key without a word. */
    public static void revoke(TestAccounts.Beans beans, UUID id) {
        beans.get(ApiKeyTable.class)
                .revoke(id, beans.get(Ids.class).next(), Instant.now(), "Exemple");
    }
}
