package org.danaya.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.consultation.TextVersion.Head;
import org.danaya.consultation.TextVersion.Origin;
import org.danaya.form.Upload;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.file.TextFile;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.redline.Lineage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens dossiers, and makes versions until they are frozen. For any number of threads. */
public final class Drafting {

    /** How long a file that was read waits to be taken. */
    private static final Duration WAITS = Duration.ofDays(2);

    private final DossierTable dossiers;
    private final VersionTable versions;
    private final VersionEventTable events;
    private final ImportTable imports;
    private final TextRegister register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Calendar calendar;

    Drafting(
            JdbcClient jdbc,
            TextRegister register,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Calendar calendar) {
        this.dossiers = new DossierTable(jdbc);
        this.versions = new VersionTable(jdbc);
        this.events = new VersionEventTable(jdbc);
        this.imports = new ImportTable(jdbc);
        this.register = register;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.calendar = calendar;
    }

    /** Opens a dossier; empty where its name is taken. */
    public Optional<Dossier> open(UUID account, Opening opening) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            if (dossiers.bySlug(opening.slug()).isPresent()) {
                                return Optional.empty();
                            }
                            Dossier dossier =
                                    new Dossier(
                                            ids.next(),
                                            opening.slug(),
                                            opening.kind(),
                                            opening.title(),
                                            opening.english(),
                                            opening.language(),
                                            opening.lead(),
                                            account,
                                            calendar.now());
                            dossiers.insert(dossier);
                            news.publishEvent(
                                    Act.done(
                                            ConsultationAct.OPENED,
                                            dossier.subject(),
                                            Map.of(
                                                    "kind", dossier.kind().code(),
                                                    "structure",
                                                            dossier.lead()
                                                                    .structure()
                                                                    .toString())));
                            return Optional.of(dossier);
                        }));
    }

    /** What a dossier is opened with. */
    public record Opening(
            String slug,
            TextKind kind,
            String title,
            Optional<String> english,
            String language,
            Dossier.Lead lead) {}

    /**
     * Reads a file for a dossier, and keeps what was understood until somebody takes it.
     *
     * @throws TextFault where it can't be read; {@code text.empty} where no word is in it
     */
    public Understood understand(UUID account, Dossier dossier, Upload file) {
        byte[] bytes = file.bytes();
        TextFile read = TextFile.read(bytes, "", calendar.today()).identified();
        if (read.isWordless()) {
            throw new TextFault("text.empty");
        }
        String sha256 = Sha256.hexOf(bytes);
        UUID id = ids.next();
        Instant now = calendar.now();
        imports.deleteBefore(now.minus(WAITS));
        imports.insert(
                new ImportTable.Row(
                        id,
                        dossier.id(),
                        account,
                        shown(file.name()),
                        read.form().code(),
                        sha256,
                        read.root(),
                        read.remarks()),
                now);
        return understood(account, id);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\\\/]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), 120));
    }

    /**
     * What was understood of a file that waits.
     *
     * @throws Fault {@link ConsultationFault#IMPORT_GONE}
     */
    public Understood understood(UUID account, UUID id) {
        ImportTable.Row row = waiting(account, id);
        return new Understood(
                id,
                row.name(),
                row.form(),
                row.sha256(),
                FlowReader.read(row.root()),
                row.remarks());
    }

    /**
     * Makes sure that a file waits for a dossier and no other.
     *
     * @throws Fault {@link ConsultationFault#IMPORT_GONE}
     */
    public void needWaiting(UUID account, UUID id, Dossier dossier) {
        if (!waiting(account, id).dossier().equals(dossier.id())) {
            throw new Fault(ConsultationFault.IMPORT_GONE);
        }
    }

    private ImportTable.Row waiting(UUID account, UUID id) {
        return imports.find(id, account)
                .orElseThrow(() -> new Fault(ConsultationFault.IMPORT_GONE));
    }

    /** The version of a dossier that a file which was understood has become. */
    public Optional<TextVersion> became(UUID id, Dossier dossier) {
        return versions.find(id).filter(version -> version.head().dossier().equals(dossier.id()));
    }

    /**
     * Makes a file that was understood the next version of its dossier, in the place of the draft
     * that is open, if there is one. The version has the id that the file had.
     *
     * @throws Fault {@link ConsultationFault#IMPORT_GONE}
     */
    public TextVersion take(UUID account, UUID id) {
        ImportTable.Row row = waiting(account, id);
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Dossier dossier = register.get(row.dossier());
                            versions.lockDossier(dossier.id());
                            if (!imports.delete(id)) {
                                throw new Fault(ConsultationFault.IMPORT_GONE);
                            }
                            abandon(account, dossier, id);
                            return draft(
                                    id,
                                    account,
                                    dossier,
                                    row.root(),
                                    new Origin(row.form(), row.name(), row.sha256()));
                        }));
    }

    private void abandon(UUID account, Dossier dossier, UUID next) {
        for (TextVersion version : versions.of(dossier.id())) {
            if (version instanceof TextVersion.Draft draft) {
                versions.move(draft.id(), "abandoned", calendar.now());
                happened(draft.id(), "abandoned", account, Optional.of(next));
                publish(ConsultationAct.ABANDONED, draft.head(), Map.of());
            }
        }
    }

    /**
     * Begins the next version from the last one that was frozen, or an empty one.
     *
     * @throws Fault {@link ConsultationFault#DRAFT_OPEN}
     */
    public TextVersion begin(UUID account, Dossier dossier) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            versions.lockDossier(dossier.id());
                            List<TextVersion> all = versions.of(dossier.id());
                            for (TextVersion version : all) {
                                if (version instanceof TextVersion.Draft) {
                                    throw new Fault(
                                            ConsultationFault.DRAFT_OPEN, version.head().number());
                                }
                            }
                            Optional<TextVersion> last =
                                    all.stream()
                                            .filter(each -> each.frozen().isPresent())
                                            .reduce((_, later) -> later);
                            Element root =
                                    last.map(version -> register.text(version).root())
                                            .orElseGet(() -> EmptyText.of(dossier));
                            String form = last.isPresent() ? "version" : "empty";
                            return draft(
                                    ids.next(), account, dossier, root, new Origin(form, "", ""));
                        }));
    }

    private TextVersion draft(UUID id, UUID account, Dossier dossier, Element root, Origin origin) {
        List<TextVersion> all = versions.of(dossier.id());
        int number = all.size() + 1;
        Head head = new Head(id, dossier.id(), number, account, calendar.now(), origin);
        Element identified = identity(dossier, head).applied(root);
        Set<String> used = new HashSet<>();
        all.forEach(
                version ->
                        register.text(version).root().all().map(Element::wId).forEach(used::add));
        Element named =
                all.stream()
                        .filter(each -> each.frozen().isPresent())
                        .reduce((_, later) -> later)
                        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
                        .map(
                                former ->
                                        Lineage.inherit(
                                                register.text(former).root(),
                                                identified,
                                                used,
                                                number))
                        .orElseGet(() -> Identifiers.lasting(identified, Set.of(), number));
        ParsedText text = ParsedText.of(named);
        byte[] akn = text.akn();
        versions.insert(head, akn, text.said(akn));
        happened(id, "drafted", account, Optional.empty());
        publish(ConsultationAct.DRAFTED, head, Map.of("form", origin.form()));
        return register.version(id);
    }

    private Identity identity(Dossier dossier, Head head) {
        LocalDate began =
                versions.of(dossier.id()).stream()
                        .findFirst()
                        .map(first -> calendar.day(first.head().createdAt()))
                        .orElse(calendar.day(head.createdAt()));
        return new Identity(
                calendar.country(),
                dossier.kind().word(),
                dossier.slug(),
                began,
                head.number(),
                calendar.day(head.createdAt()),
                dossier.lead().identifier().replaceAll("[^A-Za-z0-9-]", "-"),
                dossier.lead().name(),
                dossier.language());
    }

    /**
     * Writes what a draft says now.
     *
     * @param revision the one that the change began from
     * @throws Fault {@link ConsultationFault#STALE}
     */
    public void rewrite(TextVersion.Draft draft, int revision, Element root) {
        Set<String> used = new HashSet<>();
        versions.of(draft.head().dossier())
                .forEach(
                        version ->
                                register.text(version)
                                        .root()
                                        .all()
                                        .map(Element::wId)
                                        .forEach(used::add));
        Element named =
                Identifiers.lasting(Identifiers.identified(root), used, draft.head().number());
        ParsedText text = ParsedText.of(named);
        byte[] akn = text.akn();
        transaction.executeWithoutResult(
                _ -> {
                    if (!versions.rewrite(
                            draft.id(), revision, akn, text.said(akn), calendar.now())) {
                        throw new Fault(ConsultationFault.STALE);
                    }
                });
    }

    private void happened(UUID version, String kind, UUID account, Optional<UUID> other) {
        events.append(
                version,
                new VersionEvent(
                        kind, calendar.now(), account, Optional.empty(), other, Optional.empty()));
    }

    private void publish(ConsultationAct act, Head head, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("number", Integer.toString(head.number()));
        news.publishEvent(Act.done(act, TextVersion.subject(head.id()), all));
    }
}
