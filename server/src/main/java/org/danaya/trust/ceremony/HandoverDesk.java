package org.danaya.trust.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Loop;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.page.Notice;
import org.danaya.page.Purpose;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.profile.AuthorityKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what ceremonies handed to the platform: registers the authorities with what was
 * approved for them in advance, puts the minute into the public log, publishes the root's list and
 * the certificates. Each step can be done again after a crash.
 */
@Component
final class HandoverDesk implements DisposableBean, Purpose.Rehearsing, Notice.Standing {

    private static final Logger LOGGER = LoggerFactory.getLogger(HandoverDesk.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final String DONE = "taken-over";

    /** In a folder that can't be taken over: why, for the doctor. */
    static final String REFUSED = "refused.txt";

    private static final int WORDS_OF_REGISTER = 5;

    private final ReentrantLock taking = new ReentrantLock();
    // Written under the lock alone.
    private volatile Map<Path, String> refused = Map.of();
    private volatile boolean rehearsing;
    private final Path handed;
    private final Path published;
    private final Authorities authorities;
    private final Infrastructure infrastructure;
    private final Clock clock;
    private final Leaves leaves;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Loop taker =
            new Loop("ceremony-handover", "The take-over of ceremonies", PERIOD, this::round);

    HandoverDesk(
            Store store,
            Authorities authorities,
            Infrastructure infrastructure,
            Clock clock,
            Leaves leaves,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.handed = folder(store.home().path());
        this.published = store.home().published();
        this.authorities = authorities;
        this.infrastructure = infrastructure;
        this.clock = clock;
        this.leaves = leaves;
        this.transactions = transactions;
        this.events = events;
    }

    /** Where ceremonies hand over to the platform of a home. */
    static Path folder(Path home) {
        return home.resolve("ceremonies");
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rehearsing = onlyRehearsals(authorities.all());
        taker.start();
    }

    /**
     * Takes over what waits, the oldest first. What can't be used is told once and stays as it is;
     * what the same root made later waits behind it.
     */
    void takeOver() {
        taking.lock();
        try {
            Set<String> stuck = new HashSet<>();
            Map<Path, String> refusedNow = new LinkedHashMap<>();
            for (Path folder : waiting()) {
                if (stuck.contains(root(folder))) {
                    continue;
                }
                Optional<String> reason = attempt(folder);
                reason.ifPresent(
                        why -> {
                            stuck.add(root(folder));
                            refusedNow.put(folder, why);
                        });
            }
            refused = Collections.unmodifiableMap(refusedNow);
            rehearsing = onlyRehearsals(authorities.all());
        } finally {
            taking.unlock();
        }
    }

    /** Whether the platform has an authority, and none but rehearsals'. */
    @Override
    public boolean now() {
        return rehearsing;
    }

    /** What can't be taken over is on every page of the console until it is put right. */
    @Override
    public List<Notice> notices() {
        return refused.entrySet().stream()
                .map(
                        each ->
                                Notice.danger(
                                        "ceremony.refused",
                                        String.valueOf(each.getKey()),
                                        each.getValue()))
                .toList();
    }

    private static boolean onlyRehearsals(List<Authority> all) {
        return !all.isEmpty() && all.stream().allMatch(Authority::rehearsal);
    }

    /** The reason why a folder can't be used; nothing once it is taken over. */
    private Optional<String> attempt(Path folder) {
        CeremonyFolder ceremony = new CeremonyFolder(folder);
        try {
            ScopedValue.where(Actor.CURRENT, new Actor.Program("ceremony"))
                    .run(() -> takeOver(ceremony));
            Files.deleteIfExists(folder.resolve(REFUSED));
            return Optional.empty();
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(refused.get(folder))) {
                LOGGER.error(
                        "The ceremony in {} can't be taken over: {}. Put it right or move the"
                                + " folder away; it is tried again every {} seconds, and not told"
                                + " again.",
                        folder,
                        reason,
                        PERIOD.toSeconds());
                ceremony.write(REFUSED, reason.getBytes(StandardCharsets.UTF_8));
            }
            return Optional.of(reason);
        }
    }

    private static int number(Path folder) {
        String name = String.valueOf(folder.getFileName());
        String digits = name.substring(name.lastIndexOf('-') + 1);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static String root(Path folder) {
        return String.valueOf(folder.getFileName()).replaceFirst("-\\d+$", "");
    }

    @Override
    public void destroy() {
        taker.close();
    }

    private void round(Loop round) throws InterruptedException {
        takeOver();
        round.pause(PERIOD);
    }

    /** What waits at a home, taken over or not being possible yet. */
    List<Path> waiting() {
        return waiting(handed);
    }

    static List<Path> waiting(Path handed) {
        return all(handed).stream()
                .filter(folder -> Files.notExists(folder.resolve(DONE)))
                .toList();
    }

    /** Everything that was ever handed over at a home, in order. */
    static List<Path> all(Path handed) {
        if (!Files.isDirectory(handed)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(handed)) {
            return all.filter(folder -> Files.exists(folder.resolve(CeremonyFolder.REGISTER)))
                    .sorted(
                            Comparator.comparing(HandoverDesk::root)
                                    .thenComparingInt(HandoverDesk::number))
                    .toList();
        } catch (IOException e) {
            throw new Fault(e, CeremonyFault.FILE, handed, String.valueOf(e.getMessage()));
        }
    }

    private void takeOver(CeremonyFolder folder) {
        String register = Minute.string(folder.read(CeremonyFolder.REGISTER));
        for (String line : register.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "register" -> register(folder, words);
                case "end" -> authorities.find(words[1]).map(Authority::id).ifPresent(this::end);
                case "list" -> publish(folder, "crl/" + words[1] + "/authorities.crl");
                default -> throw new Fault(CeremonyFault.FILE, folder.path(), line);
            }
        }
        log(folder);
        folder.write(DONE, "\n".getBytes(StandardCharsets.US_ASCII));
        LOGGER.debug("Took over the ceremony in {}.", folder.path());
    }

    private void register(CeremonyFolder folder, String[] words) {
        if (words.length != WORDS_OF_REGISTER) {
            throw new Fault(CeremonyFault.FILE, folder.path(), String.join(" ", words));
        }
        String code = words[1];
        byte[] certificate = folder.read(code + ".cer");
        AuthorityKind kind = kind(words[2]);
        transactions.executeWithoutResult(
                _ -> {
                    if (authorities.find(code).isEmpty()) {
                        Authority registered =
                                authorities.register(
                                        code,
                                        kind,
                                        Boolean.parseBoolean(words[3]),
                                        certificate,
                                        Optional.of(words[4])
                                                .filter(label -> !label.equals(Handover.OFFLINE)));
                        approve(folder, registered);
                    }
                });
        new CeremonyFolder(published).write("aia/" + code + ".cer", certificate);
    }

    /** What the minute says was approved in advance, as long as the authority lives. */
    private void approve(CeremonyFolder folder, Authority authority) {
        Duration life = Duration.between(clock.instant(), authority.notAfter());
        for (InAdvance advance : InAdvance.of(authority.kind())) {
            infrastructure.approve(
                    authority.id(),
                    advance.profile(),
                    "ceremony:" + hash(folder, "minute.txt"),
                    life,
                    advance.most());
        }
    }

    private void end(int authority) {
        authorities.end(authority);
    }

    private void publish(CeremonyFolder folder, String path) {
        new CeremonyFolder(published).write(path, folder.read(CeremonyFolder.LIST));
    }

    /** The leaf holds hashes, no names: the minute itself is shown by whoever keeps it. */
    private void log(CeremonyFolder folder) {
        byte[] minute = folder.read("minute.txt");
        String hash = Sha256.hexOf(minute);
        String reference = "ceremony:minute:" + hash;
        transactions.executeWithoutResult(
                _ -> {
                    if (leaves.find(reference).isEmpty()) {
                        String content =
                                """
                                danaya ceremony minute v1
                                minute-sha256 %s
                                signature-sha256 %s
                                transcript-sha256 %s
                                """
                                        .formatted(
                                                hash,
                                                hash(folder, "minute.sig"),
                                                hash(folder, "transcript.txt"));
                        leaves.append(
                                new NewLeaf(
                                        "ceremony.minute",
                                        content.getBytes(StandardCharsets.UTF_8),
                                        reference,
                                        true));
                        events.publishEvent(
                                Act.done(
                                        CeremonyAct.HANDED_OVER,
                                        "ceremony:" + hash,
                                        Map.of("minute-sha256", hash)));
                    }
                });
    }

    private static String hash(CeremonyFolder folder, String file) {
        return Sha256.hexOf(folder.read(file));
    }

    private static AuthorityKind kind(String code) {
        for (AuthorityKind kind : AuthorityKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new Fault(CeremonyFault.WRONG_ANSWER, "kind", code);
    }
}
