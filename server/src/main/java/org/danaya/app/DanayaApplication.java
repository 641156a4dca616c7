package org.danaya.app;

import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.base.Ids;
import org.danaya.page.Words;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Everything that runs above the store. */
@SpringBootApplication(
        scanBasePackages = "org.danaya",
        exclude = UserDetailsServiceAutoConfiguration.class,
        proxyBeanMethods = false)
class DanayaApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }

    @Bean
    Words words() {
        return Words.load();
    }
}
