package org.danaya.trust.signature.mail;

import org.danaya.jobs.JobHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writing of mails as work in the background. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    JobHandler<SignerMail.Piece> signerMailJob(SignerMail mail) {
        return new JobHandler<>(SignerMail.TYPE, mail::tell);
    }
}
