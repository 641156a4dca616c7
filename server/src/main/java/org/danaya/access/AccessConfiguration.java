package org.danaya.access;

import java.security.SecureRandom;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.page.Section;
import org.danaya.people.InWhoseName;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module needs from the installation. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Secrets secrets(Store store, SecureRandom random) {
        return Secrets.open(store.home().keys().resolve("access.key"), random);
    }

    @Bean
    ActingFor actingFor(
            InWhoseName register, Accounts accounts, Structures structures, Settings settings) {
        return new ActingFor(
                register,
                new AccountPersons(account -> accounts.get(account).owner().person()),
                () ->
                        settings.find(AccessSettings.AGENCY)
                                .flatMap(structures::find)
                                .map(Structure::id));
    }

    @Bean
    Section accountsSection() {
        return new Section("accounts", AccountPages.PATH, Right.READ_ACCOUNTS, 30);
    }

    @Bean
    Section rolesSection() {
        return new Section("roles", RolePages.PATH, Right.READ_ACCOUNTS, 31);
    }
}
