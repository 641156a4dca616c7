package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Loop;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.AuthorityKeys;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.authority.KnownProfiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What only the platform does, since it needs the authorities' keys: revocation lists are published
 * anew when something changed or half of their time is over, responders are renewed, and the
 * certificates of authorities lie where certificates say.
 */
final class StatusPublisher implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(StatusPublisher.class);
    private static final Duration TICK = Duration.ofMillis(250);

    /** After a failure, an authority is left in peace for so long. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final StatusKeeper keeper;
    private final Standing standing;
    private final Crls crls;
    private final Responders responders;
    private final AuthorityKeys keys;
    private final KnownProfiles profiles;
    private final Infrastructure infrastructure;
    private final Path certificates;
    private final Duration responderLife;
    private final Clock clock;
    private final Loop loop;

    /** Authorities whose lists are to be published anew. */
    private final Set<Integer> changed;

    private final Map<Integer, String> problems = new ConcurrentHashMap<>();

    // Of the thread alone.
    private final Map<String, CrlTable.Published> published = new HashMap<>();
    private final Map<Integer, Instant> notBefore = new HashMap<>();

    /**
     * @param changed authorities with changes, filled by the keeper
     * @param certificates where certificates of authorities lie
     */
    StatusPublisher(
            StatusKeeper keeper,
            Standing standing,
            Set<Integer> changed,
            Crls crls,
            Responders responders,
            AuthorityKeys keys,
            KnownProfiles profiles,
            Infrastructure infrastructure,
            Path certificates,
            Duration responderLife,
            Clock clock) {
        this.keeper = keeper;
        this.standing = standing;
        this.changed = changed;
        this.crls = crls;
        this.responders = responders;
        this.keys = keys;
        this.profiles = profiles;
        this.infrastructure = infrastructure;
        this.certificates = certificates;
        this.responderLife = responderLife;
        this.clock = clock;
        this.loop = new Loop("status-publisher", "Revocation lists", AGAIN, this::round);
    }

    void start() {
        loop.start();
    }

    /** What hinders an authority's lists or responder, by its number. */
    Map<Integer, String> problems() {
        return problems;
    }

    /** Does all that is due. */
    void publish() {
        if (standing.knownAt() == 0) {
            return;
        }
        Instant now = clock.instant();
        List<Authority> all = keeper.authorities();
        for (Authority authority : all) {
            if (loop.isClosed()) {
                return;
            }
            Instant again = notBefore.get(authority.id());
            if (again == null || !now.isBefore(again)) {
                publish(authority, now);
            }
        }
    }

    /** A responder that can't be renewed must not hinder the lists, nor they it. */
    private void publish(Authority authority, Instant now) {
        List<String> wrong = new ArrayList<>();
        attempt(wrong, () -> lay(authority));
        attempt(wrong, () -> renew(authority, now));
        attempt(wrong, () -> lists(authority, now));
        if (wrong.isEmpty()) {
            problems.remove(authority.id());
            notBefore.remove(authority.id());
            return;
        }
        String problem = String.join("; ", wrong);
        if (!problem.equals(problems.put(authority.id(), problem))) {
            LOGGER.warn("The status of {}'s certificates: {}", authority.code(), problem);
        }
        notBefore.put(authority.id(), now.plus(AGAIN));
    }

    private static void attempt(List<String> wrong, Runnable step) {
        try {
            step.run();
        } catch (Fault | DataAccessException | UncheckedIOException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private void renew(Authority authority, Instant now) {
        if (authority.keyLabel().isPresent()
                && now.isBefore(authority.notAfter())
                && responders.isDue(authority, now)) {
            responders.renew(authority, now, key -> issued(authority, key));
        }
    }

    private byte[] issued(Authority authority, TokenKey key) {
        return infrastructure
                .issue(
                        authority.id(),
                        "ocsp",
                        "OCSP " + authority.code(),
                        key.publicKey(),
                        responderLife)
                .der();
    }

    /** Publishes all lists of an authority where it has changes or one of them is due. */
    private void lists(Authority authority, Instant now) {
        Optional<TokenKey> key = keys.listKey(authority);
        if (key.isEmpty() || now.isAfter(authority.notAfter())) {
            return;
        }
        Set<String> parts = profiles.listParts(authority);
        boolean due =
                isDue(authority.code() + ".crl", now)
                        || parts.stream().anyMatch(part -> isDue(path(authority, part), now));
        boolean anew = changed.remove(authority.id());
        if (!anew && !due) {
            return;
        }
        try {
            for (CrlScope scope : scopes(authority, key.get(), parts)) {
                CrlTable.Published before = published.get(scope.path());
                int expected = before == null ? 0 : before.entries();
                published.put(scope.path(), crls.publish(scope, expected));
            }
            anew = false;
        } finally {
            if (anew) {
                changed.add(authority.id());
            }
        }
    }

    private boolean isDue(String path, Instant now) {
        CrlTable.Published before = published.get(path);
        return before == null
                || Duration.between(before.thisUpdate(), now)
                                .compareTo(Duration.between(now, before.nextUpdate()))
                        > 0;
    }

    /** The complete list of an authority, and those of its parts. */
    private List<CrlScope> scopes(Authority authority, TokenKey key, Set<String> parts) {
        Map<Integer, String> partOfProfiles = profiles.listPartOfEach();
        List<CrlScope> scopes = new ArrayList<>();
        byte[] certificate = authority.certificate();
        scopes.add(CrlScope.complete(authority.id(), authority.code(), certificate, key));
        for (String part : parts) {
            scopes.add(
                    CrlScope.part(
                            authority.id(),
                            path(authority, part),
                            profile -> part.equals(partOfProfiles.get(profile)),
                            keys.listAddress(authority, part),
                            certificate,
                            key));
        }
        return scopes;
    }

    private static String path(Authority authority, String part) {
        return authority.code() + "/" + part + ".crl";
    }

    /** Puts an authority's certificate where it is looked for. */
    private void lay(Authority authority) {
        Path file = certificates.resolve(authority.code() + ".cer");
        try {
            if (Files.notExists(file)
                    || !Arrays.equals(Files.readAllBytes(file), authority.certificate())) {
                DurableFiles.createFolders(certificates);
                DurableFiles.replace(file, authority.certificate(), DurableFiles.ALL_READ);
                DurableFiles.syncFolder(certificates);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void round(Loop round) throws InterruptedException {
        Instant before = clock.instant();
        publish();
        // A long list must not keep a core busy for ever.
        Duration took = Duration.between(before, clock.instant());
        round.pause(took.compareTo(TICK) > 0 ? took.multipliedBy(2) : TICK);
    }

    @Override
    public void close() {
        loop.close();
    }
}
