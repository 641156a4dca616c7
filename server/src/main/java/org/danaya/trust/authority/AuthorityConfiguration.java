package org.danaya.trust.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.danaya.access.ActingFor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyBlocklist;
import org.danaya.crypto.PublicKeyCheck;
import org.danaya.crypto.Tokens;
import org.danaya.log.Leaves;
import org.danaya.people.Structures;
import org.danaya.signin.FreshAssertions;
import org.danaya.store.Store;
import org.danaya.trust.profile.ProfileFault;
import org.danaya.trust.profile.Profiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The authority's parts, put together. */
@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean(destroyMethod = "close")
    Tokens tokens(Settings settings, Store store, SecureRandom random) {
        return Tokens.open(settings, store.home().keys(), random);
    }

    @Bean
    Profiles profiles(Store store) {
        return Profiles.ofHome(store.home().path());
    }

    @Bean
    KnownProfiles knownProfiles(
            Profiles profiles, JdbcClient jdbc, TransactionTemplate transaction) {
        return new KnownProfiles(profiles, jdbc, transaction);
    }

    @Bean
    AuthorityKeys authorityKeys(Tokens tokens, Settings settings) {
        return new AuthorityKeys(tokens.authorities(), settings.get(AuthoritySettings.ADDRESS));
    }

    /** Blocked keys are those of the home's folder {@code blocklist}, where there is one. */
    @Bean
    PublicKeyCheck publicKeyCheck(Store store) {
        Path folder = store.home().path().resolve("blocklist");
        try {
            return new PublicKeyCheck(
                    Files.isDirectory(folder) ? KeyBlocklist.read(folder) : KeyBlocklist.empty());
        } catch (IOException e) {
            throw new Fault(e, ProfileFault.UNREADABLE, folder, String.valueOf(e.getMessage()));
        }
    }

    @Bean
    Drafting drafting(PublicKeyCheck check, SecureRandom random, Clock clock) {
        return new Drafting(check, random, clock);
    }

    @Bean
    StatusFeed statusFeed(Store store) {
        return new StatusFeed(store.address().dataSource());
    }

    @Bean
    Infrastructure infrastructure(
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Drafting drafting,
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        return new Infrastructure(
                authorities, keys, profiles, drafting, jdbc, leaves, transaction, news, ids, clock);
    }

    @Bean
    Register register(Structures structures, Profiles profiles) {
        return new Register(structures::find, profiles.country());
    }

    @Bean
    Requests requests(
            JdbcClient jdbc,
            KnownProfiles profiles,
            Register register,
            Drafting drafting,
            Tokens tokens,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new Requests(
                jdbc,
                profiles,
                register,
                drafting,
                tokens.holders(),
                transaction,
                news,
                ids,
                clock,
                settings.get(AuthoritySettings.MOST_OPEN));
    }

    @Bean
    Examinations examinations(
            JdbcClient jdbc,
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Drafting drafting,
            Tokens tokens,
            ActingFor acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        return new Examinations(
                jdbc,
                authorities,
                keys,
                profiles,
                drafting,
                tokens.holders(),
                acting,
                transaction,
                news,
                clock);
    }

    @Bean
    Approvals approvals(
            JdbcClient jdbc,
            Authorities authorities,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Leaves leaves,
            FreshAssertions assertions,
            ActingFor acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock,
            Settings settings) {
        return new Approvals(
                jdbc,
                authorities,
                keys,
                profiles,
                leaves,
                assertions::answer,
                acting,
                transaction,
                news,
                clock,
                settings.get(AuthoritySettings.APPROVAL_TIME));
    }
}
