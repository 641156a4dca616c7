package org.danaya.consultation.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.store.Moments;
import org.danaya.text.TextFault;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Edited;
import org.danaya.text.edit.Editing;
import org.danaya.text.edit.PartMarkup;
import org.danaya.text.edit.Units;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes drafts, unit by unit. For any number of people and threads. */
public final class DraftEditing {

    /** How long whoever has a unit open is shown to others, without a sign of theirs. */
    public static final Duration PRESENT = Duration.ofMinutes(2);

    /** Changes of others that one change is put upon anew. */
    private static final int TRIES = 20;

    /** Units of which one account's unsaved words are kept. */
    private static final int MOST = 500;

    private final Texts texts;
    private final EditTable edits;
    private final TypingTable typing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftEditing(Texts texts, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.texts = texts;
        this.edits = new EditTable(jdbc);
        this.typing = new TypingTable(jdbc);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The hash of lines, by which they are known again; in hexadecimal. */
    public static String hash(String lines) {
        return Sha256.hexOf(lines.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of a part with all that is in it, as operations name what was seen; empty where
     * there is no such part.
     */
    public static String seen(Element root, String part) {
        return Editing.part(root, part).map(Element::words).map(DraftEditing::hash).orElse("");
    }

    /** What a version says now. */
    public Element root(TextVersion version) {
        return texts.register().text(version).root();
    }

    /**
     * Saves a unit. Its author's typed text is forgotten only where it became the text.
     *
     * @param base the hash of the lines from which they began
     */
    public SayOutcome say(UUID account, UUID version, String part, String base, String lines) {
        if (lines.length() > PartMarkup.LARGEST) {
            return new SayOutcome.Refused(
                    new TextFault("text.edit.large", lines.length(), PartMarkup.LARGEST));
        }
        TextVersion target = texts.register().version(version);
        keep(account, target, part, base, lines);
        for (int at = 0; at < TRIES; at++) {
            if (!(texts.register().version(version) instanceof TextVersion.Draft draft)) {
                return new SayOutcome.Closed();
            }
            Element root = root(draft);
            Optional<String> now = lines(root, part);
            if (now.isEmpty()) {
                return new SayOutcome.Gone();
            }
            String read = plain(lines);
            if (now.get().equals(read)) {
                said(account, version, part);
                return new SayOutcome.Said(List.of());
            }
            if (!hash(now.get()).equals(base)) {
                return new SayOutcome.Conflict(now.get(), hash(now.get()), by(version, part));
            }
            try {
                Edited edited = Editing.say(root, part, read);
                if (written(account, draft, Edit.SAY, root, edited.root(), Optional.of(part))) {
                    said(account, version, part);
                    return new SayOutcome.Said(edited.told());
                }
            } catch (TextFault e) {
                return new SayOutcome.Refused(e);
            }
        }
        throw new Fault(EditFault.BUSY);
    }

    /** As browsers send lines, and as they are kept. */
    private static String plain(String lines) {
        return lines.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").stripTrailing();
    }

    private void said(UUID account, UUID version, String part) {
        typing.delete(account, version, part);
        typing.away(account, version, part);
    }

    private Optional<SayOutcome.By> by(UUID version, String part) {
        return edits.last(version, part).map(edit -> new SayOutcome.By(edit.account(), edit.at()));
    }

    private static Optional<String> lines(Element root, String part) {
        return Units.find(root, part).flatMap(unit -> PartMarkup.of(root, unit.address()));
    }

    /**
     * Does something to the parts of a draft.
     *
     * @throws Fault {@link EditFault}
     * @throws TextFault where it can't be done
     */
    public Done does(UUID account, UUID version, Operation operation) {
        for (int at = 0; at < TRIES; at++) {
            TextVersion.Draft draft = draft(version);
            Element root = root(draft);
            if (!operation.seen().isEmpty()
                    && !operation.seen().equals(seen(root, operation.part()))) {
                throw new Fault(EditFault.CHANGED);
            }
            Edited edited = operation.on(root);
            if (written(account, draft, operation.code(), root, edited.root(), Optional.empty())) {
                Set<String> known = names(root);
                Element now = root(texts.register().version(version));
                return new Done(
                        edited.told(),
                        names(now).stream().filter(name -> !known.contains(name)).findFirst());
            }
        }
        throw new Fault(EditFault.BUSY);
    }

    /**
     * What was done.
     *
     * @param told what concerns references
     * @param made the name of the part that came, if one did
     */
    public record Done(List<Edited.Told> told, Optional<String> made) {

        /** Keeps a copy. */
        public Done {
            told = List.copyOf(told);
        }
    }

    private static Set<String> names(Element root) {
        Set<String> names = new LinkedHashSet<>();
        root.all().map(Element::wId).filter(wId -> !wId.isEmpty()).forEach(names::add);
        return names;
    }

    private TextVersion.Draft draft(UUID version) {
        if (texts.register().version(version) instanceof TextVersion.Draft draft) {
            return draft;
        }
        throw new Fault(EditFault.CLOSED);
    }

    /** Writes a draft and what changed in it; false where somebody else changed it meanwhile. */
    private boolean written(
            UUID account,
            TextVersion.Draft draft,
            String operation,
            Element before,
            Element after,
            Optional<String> part) {
        byte[] former = AknWriter.write(before);
        if (errors(AknWriter.write(after)) > errors(former)) {
            throw new Fault(EditFault.INVALID);
        }
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        texts.drafting().rewrite(draft, draft.revision(), after);
                        append(account, draft.id(), operation, draft.revision() + 1, before, part);
                        edits.undoable(
                                draft.id(), draft.revision() + 1, account, operation, zip(former));
                    });
            return true;
        } catch (Fault e) {
            if (e.code() == ConsultationFault.STALE) {
                return false;
            }
            throw e;
        }
    }

    private static int errors(byte[] akn) {
        return AknValidator.validate(akn, Drafts.REFUSED).errors();
    }

    private void append(
            UUID account,
            UUID version,
            String operation,
            int revision,
            Element before,
            Optional<String> part) {
        Element after = AknReader.read(texts.register().akn(texts.register().version(version)));
        Instant now = Moments.now(clock);
        int place = edits.next(version);
        Map<String, Optional<String>> were =
                part.map(one -> Map.of(one, lines(before, one)))
                        .orElseGet(() -> PartMarkup.all(before));
        Map<String, Optional<String>> are =
                part.map(one -> Map.of(one, lines(after, one)))
                        .orElseGet(() -> PartMarkup.all(after));
        Set<String> all = new LinkedHashSet<>(were.keySet());
        all.addAll(are.keySet());
        for (String each : all) {
            Optional<String> former = were.getOrDefault(each, Optional.empty());
            Optional<String> said = are.getOrDefault(each, Optional.empty());
            if (!former.equals(said) && !each.isEmpty()) {
                edits.append(
                        version,
                        new Edit(place, operation, each, now, account, revision, former, said));
                place++;
            }
        }
    }

    /**
     * What an account can undo: the code of its last operation, if nobody changed anything since.
     */
    public Optional<String> undoable(UUID account, TextVersion.Draft draft) {
        return edits.undoable(draft.id(), draft.revision(), account);
    }

    /**
     * Makes a draft what it was before an account's last operation.
     *
     * @throws Fault {@link EditFault#NOTHING_TO_UNDO}
     */
    public void undo(UUID account, UUID version) {
        TextVersion.Draft draft = draft(version);
        byte[] akn =
                edits.before(version, draft.revision(), account)
                        .orElseThrow(() -> new Fault(EditFault.NOTHING_TO_UNDO));
        Element before = AknReader.read(unzip(akn));
        Element now = root(draft);
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        texts.drafting().rewrite(draft, draft.revision(), before);
                        append(
                                account,
                                version,
                                Edit.UNDO,
                                draft.revision() + 1,
                                now,
                                Optional.empty());
                        edits.undone(version);
                    });
        } catch (Fault e) {
            throw e.code() == ConsultationFault.STALE ? new Fault(EditFault.NOTHING_TO_UNDO) : e;
        }
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unzip(byte[] bytes) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The changes of a unit, the last one first. */
    public List<Edit> history(UUID version, String part, int most) {
        return edits.of(version, part, most);
    }

    /** A change. */
    public Optional<Edit> edit(UUID version, int place) {
        return edits.find(version, place);
    }

    /** Keeps what somebody types, whatever became of the version. */
    public void keep(UUID account, TextVersion version, String part, String base, String lines) {
        if (typing.count(account) >= MOST && typed(account, version.id(), part).isEmpty()) {
            throw new Fault(EditFault.TOO_MUCH, MOST);
        }
        Instant now = Moments.now(clock);
        typing.keep(
                account,
                version.head().dossier(),
                new Typed(version.id(), part, base, plain(lines), now));
        typing.here(account, version.id(), part, now);
    }

    /** What an account typed for a unit and didn't save. */
    public Optional<Typed> typed(UUID account, UUID version, String part) {
        return typing.find(account, version, part);
    }

    /** All that an account typed for a dossier and didn't save, the latest first. */
    public List<Typed> typed(UUID account, UUID dossier) {
        return typing.of(account, dossier, 100);
    }

    /** Puts what an account typed aside: the history keeps it. */
    public void putAside(UUID account, UUID version, String part) {
        transaction.executeWithoutResult(
                _ -> {
                    typed(account, version, part)
                            .ifPresent(
                                    typed ->
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
                                                            Optional.of(typed.lines()))));
                    said(account, version, part);
                });
    }

    /** Carries what an account typed for another version of the dossier to a draft's same unit. */
    public void carry(UUID account, UUID from, TextVersion.Draft draft, String part) {
        transaction.executeWithoutResult(
                _ ->
                        typed(account, from, part)
                                .ifPresent(
                                        typed -> {
                                            keep(account, draft, part, typed.base(), typed.lines());
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
