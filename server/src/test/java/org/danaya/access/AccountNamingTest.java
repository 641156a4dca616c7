package org.danaya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.base.Naming;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.junit.jupiter.api.Test;

class AccountNamingTest {

    private final AccountNaming naming = TestPlatform.bean(AccountNaming.class);

    @Test
    void whoMaySeeEveryAccountIsToldTheNamesAndNobodyElse() {
        String account = TestAccounts.with(TestPlatform::bean).toString();
        Reach one = new Reach.Structures(Set.of(UUID.randomUUID()));
        assertThat(asked(new Rights(Map.of(Right.READ_ACCOUNTS, new Reach.Everywhere())), account))
                .contains(new Naming.Named("Exemple Essai", "/console/accounts/" + account));
        assertThat(asked(new Rights(Map.of(Right.READ_ACCOUNTS, one)), account)).isEmpty();
        assertThat(asked(new Rights(Map.of(Right.READ_JOURNAL, new Reach.Everywhere())), account))
                .isEmpty();
        assertThat(asked(Rights.NONE, account)).isEmpty();
    }

    @Test
    void whatIsNoAccountHasNoName() {
        Rights all = new Rights(Map.of(Right.READ_ACCOUNTS, new Reach.Everywhere()));
        assertThat(asked(all, "")).isEmpty();
        assertThat(asked(all, "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz")).isEmpty();
        assertThat(asked(all, UUID.randomUUID().toString())).isEmpty();
    }

    private Optional<Naming.Named> asked(Rights rights, String id) {
        return ScopedValue.where(Rights.CURRENT, rights).call(() -> naming.name(id, Locale.FRENCH));
    }
}
