package org.danaya.consultation.edit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.consultation.TextVersion;
import org.danaya.store.Moments;
import org.danaya.text.edit.PartMarkup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people typed and didn't save, each for themselves: one text a unit, whatever becomes of the
 * version. What another page of the same person would write over is put aside first.
 */
public final class TypedWords {

    /** How long whoever has a unit open is shown to others, without a sign of theirs. */
    public static final Duration PRESENT = Duration.ofMinutes(2);

    /** Units of which one account's unsaved words are kept. */
    private static final int MOST = 500;

    private static final int LONGEST_ADDRESS = 2200;

    private final EditTable edits;
    private final TypingTable typing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TypedWords(EditTable edits, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.edits = edits;
        this.typing = new TypingTable(jdbc);
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what somebody types, whatever became of the version.
     *
     * @throws Fault {@link EditFault#LARGE}, {@link EditFault#TOO_MUCH}, {@link EditFault#GONE}
     *     where nothing can have this address
     */
    public void keep(UUID account, TextVersion version, String part, Typing typed) {
        if (typed.lines().length() > PartMarkup.LARGEST) {
            throw new Fault(EditFault.LARGE, typed.lines().length(), PartMarkup.LARGEST);
        }
        if (part.isEmpty() || part.length() > LONGEST_ADDRESS || part.indexOf('\0') >= 0) {
            throw new Fault(EditFault.GONE);
        }
        transaction.executeWithoutResult(_ -> kept(account, version, part, typed));
    }

    private void kept(UUID account, TextVersion version, String part, Typing typed) {
        typing.alone(account, version.id(), part);
        Optional<Typed> former = find(account, version.id(), part);
        if (former.isEmpty() && typing.count(account) >= MOST) {
            throw new Fault(EditFault.TOO_MUCH, MOST);
        }
        former.map(Typed::lines)
                .filter(lines -> !lines.equals(typed.lines()))
                .filter(lines -> !DraftEditing.hash(lines).equals(typed.follows()))
                .ifPresent(lines -> aside(account, version.id(), part, lines));
        Instant now = Moments.now(clock);
        typing.keep(
                account,
                version.head().dossier(),
                new Typed(version.id(), part, typed.base(), typed.lines(), now));
        typing.here(account, version.id(), part, now);
    }

    private void aside(UUID account, UUID version, String part, String lines) {
        edits.append(
                version,
                new Edit(
                        edits.next(version),
                        Edit.ASIDE,
                        part,
                        Moments.now(clock),
                        account,
                        1,
                        Optional.empty(),
                        Optional.of(lines)));
    }

    /** What an account typed for a unit and didn't save. */
    public Optional<Typed> find(UUID account, UUID version, String part) {
        return typing.find(account, version, part);
    }

    /** All that an account typed for a dossier and didn't save, the latest first. */
    public List<Typed> all(UUID account, UUID dossier) {
        return typing.of(account, dossier, 100);
    }

    /** How many texts for units of a version somebody typed and didn't save. */
    public int waiting(UUID version) {
        return typing.waiting(version);
    }

    /** Puts what an account typed aside: the history keeps it, for that account. */
    public void putAside(UUID account, UUID version, String part) {
        transaction.executeWithoutResult(
                _ -> {
                    typing.alone(account, version, part);
                    find(account, version, part)
                            .ifPresent(typed -> aside(account, version, part, typed.lines()));
                    typing.delete(account, version, part);
                    typing.away(account, version, part);
                });
    }

    /** Forgets what became the text; not what was typed since. */
    void said(UUID account, UUID version, String part, String lines) {
        typing.delete(account, version, part, lines);
        typing.away(account, version, part);
    }

    /** Carries what an account typed for another version of the dossier to a draft's same unit. */
    public void carry(UUID account, UUID from, TextVersion.Draft draft, String part) {
        transaction.executeWithoutResult(
                _ ->
                        find(account, from, part)
                                .ifPresent(
                                        typed -> {
                                            keep(
                                                    account,
                                                    draft,
                                                    part,
                                                    Typing.first(typed.base(), typed.lines()));
                                            typing.delete(account, from, part);
                                        }));
    }

    /** Says that an account has a unit open. */
    public void opened(UUID account, UUID version, String part) {
        Instant now = Moments.now(clock);
        typing.forget(now.minus(Duration.ofDays(1)));
        typing.here(account, version, part, now);
    }

    /** Who else has which units of a version open. */
    public Map<String, Set<UUID>> others(UUID account, UUID version) {
        Map<String, Set<UUID>> others = new LinkedHashMap<>();
        for (TypingTable.Here here : typing.here(version, Moments.now(clock).minus(PRESENT))) {
            if (!here.account().equals(account)) {
                others.computeIfAbsent(here.part(), _ -> new HashSet<>()).add(here.account());
            }
        }
        return others;
    }
}
