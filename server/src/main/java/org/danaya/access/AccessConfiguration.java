package org.danaya.access;

import java.security.SecureRandom;
import org.danaya.base.Right;
import org.danaya.page.Section;
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
    Section accountsSection() {
        return new Section("accounts", AccountPages.PATH, Right.READ_ACCOUNTS, 30);
    }

    @Bean
    Section rolesSection() {
        return new Section("roles", RolePages.PATH, Right.READ_ACCOUNTS, 31);
    }
}
