package org.danaya.consultation.observation.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.base.Sha256;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationDrafts;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.ObservationSearch;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.Parts;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads forms for a referral, shows what was understood, and takes it. For any number of threads.
 */
public final class CommentForms {

    /** How large a file may be, in bytes. */
    public static final int LARGEST = 10 << 20;

    private static final int MOST = 10_000;
    private static final Duration WAITS = Duration.ofDays(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FormTable table;
    private final Observations observations;
    private final TextRegister texts;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Calendar calendar;

    CommentForms(
            JdbcClient jdbc,
            Observations observations,
            TextRegister texts,
            TransactionTemplate transaction,
            Ids ids,
            Calendar calendar) {
        this.table = new FormTable(jdbc);
        this.observations = observations;
        this.texts = texts;
        this.transaction = transaction;
        this.ids = ids;
        this.calendar = calendar;
    }

    /**
     * Reads a form, and keeps what was understood until somebody takes it.
     *
     * @return by what it is found again
     * @throws Fault {@link CommentFormFault}
     */
    public UUID understand(UUID account, UUID referral, Upload file) {
        byte[] bytes = file.bytes();
        ReadForm form = ReadForm.read(bytes);
        UUID id = ids.next();
        table.deleteBefore(calendar.now().minus(WAITS));
        table.insert(
                new FormTable.Row(
                        id,
                        referral,
                        account,
                        shown(file.name()),
                        Sha256.hexOf(bytes),
                        JSON.writeValueAsString(form)),
                calendar.now());
        return id;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\\\/]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), 120));
    }

    /**
     * What was understood.
     *
     * @throws Fault {@link ObservationFault#IMPORT_GONE}
     */
    public FormPreview preview(UUID account, UUID referral, UUID id) {
        return preview(waiting(account, referral, id));
    }

    private FormTable.Row waiting(UUID account, UUID referral, UUID id) {
        return table.find(id, referral, account)
                .orElseThrow(() -> new Fault(ObservationFault.IMPORT_GONE));
    }

    private FormPreview preview(FormTable.Row row) {
        ReadForm form = JSON.readValue(row.content(), ReadForm.class);
        Referral referral = observations.register().referral(row.referral());
        TextVersion version = texts.version(referral.head().version());
        ClauseFinder finder = new ClauseFinder(Parts.of(texts.text(version).flow()));
        Optional<TextVersion> made = made(form, version);
        Optional<Carried> carried =
                made.map(each -> new Carried(texts, observations.places(), each, version));
        Set<String> known = new HashSet<>();
        Set<String> spans = new HashSet<>();
        Stream.concat(
                        observations.drafts().of(referral.id()).stream(),
                        submitted(referral).stream())
                .map(Observation::said)
                .forEach(
                        said -> {
                            known.add(key(said));
                            if (said.anchor() instanceof Anchor.OnSpan span) {
                                spans.add(span(said, span.label(), span.quote()));
                            }
                        });
        Set<String> rows = observations.drafts().rows(referral.id());
        List<FormPreview.Planned> planned = new ArrayList<>();
        for (FormRow each : form.rows()) {
            Observation.Said said =
                    said(each, carried.map(to -> to.find(each)).orElseGet(() -> finder.find(each)));
            String sha256 = each.sha256();
            boolean again = !known.add(key(said)) || spans.contains(span(said, each));
            boolean before = again || rows.contains(sha256);
            planned.add(
                    new FormPreview.Planned(
                            each.name(), said, sha256, before, each.saidKind().isEmpty()));
        }
        return new FormPreview(
                row.id(),
                row.name(),
                planned,
                form.left().stream()
                        .map(
                                left ->
                                        new FormPreview.Left(
                                                (left.sheet() + " " + left.number()).strip(),
                                                left.reason(),
                                                left.words()))
                        .toList(),
                isOther(form, version)
                        ? Optional.of(made.map(each -> each.head().number()).orElse(0))
                        : Optional.empty());
    }

    private static boolean isOther(ReadForm form, TextVersion version) {
        return !form.version().isEmpty() && !form.version().equals(version.said().sha256());
    }

    /** The earlier version that a form was made for, where the platform knows it. */
    private Optional<TextVersion> made(ReadForm form, TextVersion version) {
        if (!isOther(form, version)) {
            return Optional.empty();
        }
        return texts.versions(version.head().dossier()).stream()
                .filter(each -> each.said().sha256().equals(form.version()))
                .filter(each -> each.head().number() < version.head().number())
                .findFirst();
    }

    /** What its structure has handed in already. */
    private List<Observation.Submitted> submitted(Referral referral) {
        UUID structure = referral.head().structure().id();
        ObservationSearch all = ObservationSearch.all(referral.head().version());
        return observations
                .register()
                .list(
                        new ObservationSearch(
                                all.version(),
                                Optional.of(structure),
                                all.kind(),
                                all.part(),
                                all.confidential(),
                                all.receipt(),
                                all.text()),
                        new Sight(
                                new Reach.Structures(Set.of(structure)),
                                new Reach.Structures(Set.of())),
                        ObservationSearch.BY_NUMBER,
                        0,
                        MOST);
    }

    private static Observation.Said said(FormRow row, Anchor anchor) {
        return new Observation.Said(
                row.kind(),
                anchor,
                row.confidential(),
                Optional.of(
                        new Observation.Words(
                                row.comment(),
                                Optional.of(row.proposal()).filter(each -> !each.isEmpty()),
                                Optional.of(row.basis()).filter(each -> !each.isEmpty()))));
    }

    /** What makes two observations say the same about the same. */
    private static String key(Observation.Said said) {
        Observation.Words words = said.words().orElseThrow();
        return (said.kind().code()
                        + '\0'
                        + said.anchor().label()
                        + '\0'
                        + words.comment()
                        + '\0'
                        + words.proposal().orElse("")
                        + '\0'
                        + words.legalBasis().orElse(""))
                .replaceAll("[\\s\\u00a0]+", " ");
    }

    /**
     * What a row says of words that are there more than once, as one on such words would say it.
     */
    private static String span(Observation.Said said, FormRow row) {
        return said.anchor() instanceof Anchor.Unplaced
                ? span(said, row.clause(), row.paragraph())
                : "";
    }

    private static String span(Observation.Said said, String label, String quote) {
        String words = SearchText.plain(quote.replaceAll("[«»“”\"]", " "));
        return key(
                new Observation.Said(
                        said.kind(),
                        new Anchor.Unplaced(label + '\0' + words),
                        said.confidential(),
                        said.words()));
    }

    /**
     * Takes what was understood: each row that the list hasn't got becomes a draft.
     *
     * @return how many were added
     * @throws Fault {@link ObservationFault#IMPORT_GONE}, {@link ObservationFault#NOT_TAKEN},
     *     {@link ObservationFault#TOO_MANY}
     */
    public int take(UUID account, UUID referral, UUID id) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            FormTable.Row row = waiting(account, referral, id);
                            if (!table.delete(id)) {
                                throw new Fault(ObservationFault.IMPORT_GONE);
                            }
                            List<ObservationDrafts.FromRow> rows =
                                    preview(row).rows().stream()
                                            .filter(each -> !each.before())
                                            .map(
                                                    each ->
                                                            new ObservationDrafts.FromRow(
                                                                    each.said(),
                                                                    each.sha256(),
                                                                    each.place()))
                                            .toList();
                            return observations
                                    .drafts()
                                    .take(account, referral, row.sha256(), rows);
                        }));
    }
}
