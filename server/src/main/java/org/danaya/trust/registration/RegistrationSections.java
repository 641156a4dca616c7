package org.danaya.trust.registration;

import org.danaya.base.Right;
import org.danaya.page.Offer;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the console and of the portal that this module gives. */
@Configuration(proxyBeanMethods = false)
class RegistrationSections {

    @Bean
    Section certificatesSection() {
        return new Section("certificates", CertificatePages.PATH, Right.READ_CERTIFICATES, 40);
    }

    @Bean
    Section authoritiesSection() {
        return new Section("authorities", AuthorityPages.PATH, Right.READ_CERTIFICATES, 41);
    }

    @Bean
    Section ownCertificatesSection() {
        return new Section("own-certificates", OwnPages.PATH, null, 95);
    }

    @Bean
    Offer authoritiesOffer() {
        return new Offer("authorities", PublicPages.PATH, 20);
    }
}
