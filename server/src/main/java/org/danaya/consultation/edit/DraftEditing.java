package org.danaya.consultation.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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

    /** Changes of others that one change is put upon anew. */
    private static final int TRIES = 20;

    private final Texts texts;
    private final EditTable edits;
    private final TypedWords typed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftEditing(Texts texts, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.texts = texts;
        this.edits = new EditTable(jdbc);
        this.typed = new TypedWords(edits, jdbc, transaction, clock);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What people typed and didn't save. */
    public TypedWords typed() {
        return typed;
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
     * @param typing the lines, those from which they began, and what was kept of them before
     */
    public SayOutcome say(UUID account, UUID version, String part, Typing typing) {
        if (typing.lines().length() > PartMarkup.LARGEST) {
            return new SayOutcome.Refused(
                    new TextFault("text.edit.large", typing.lines().length(), PartMarkup.LARGEST));
        }
        typed.keep(account, texts.register().version(version), part, typing);
        String read = typing.lines();
        for (int at = 0; at < TRIES; at++) {
            if (!(texts.register().version(version) instanceof TextVersion.Draft draft)) {
                return new SayOutcome.Closed();
            }
            Element root = root(draft);
            Optional<String> now = lines(root, part);
            if (now.isEmpty()) {
                return new SayOutcome.Gone();
            }
            if (now.get().equals(read)) {
                typed.said(account, version, part, read);
                return new SayOutcome.Said(List.of());
            }
            if (!hash(now.get()).equals(typing.base())) {
                return new SayOutcome.Conflict(now.get(), hash(now.get()), last(version, part));
            }
            try {
                Edited edited = Editing.say(root, part, read);
                if (written(account, draft, Edit.SAY, root, edited.root(), Optional.of(part))) {
                    typed.said(account, version, part, read);
                    return new SayOutcome.Said(edited.told());
                }
            } catch (TextFault e) {
                return new SayOutcome.Refused(e);
            }
        }
        throw new Fault(EditFault.BUSY);
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

    /**
     * The lines that a hash is of, where a unit once said them: in this version or another one of
     * its dossier.
     */
    public Optional<String> once(TextVersion version, String part, String hash) {
        Optional<String> edited = edits.lines(version.head().dossier(), part, hash);
        if (edited.isPresent()) {
            return edited;
        }
        for (TextVersion each : texts.register().versions(version.head().dossier())) {
            Optional<String> said = lines(root(each), part);
            if (said.filter(one -> hash(one).equals(hash)).isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** Who changed a unit last, and when; empty where nobody did. */
    public Optional<SayOutcome.By> last(UUID version, String part) {
        return edits.last(version, part).map(edit -> new SayOutcome.By(edit.account(), edit.at()));
    }
}
