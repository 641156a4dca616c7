package org.danaya.consultation.answer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.VersionAdopted;
import org.danaya.consultation.VersionFrozen;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Sight;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.store.Moments;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes answers final once the next version is frozen, or their own is adopted: a leaf of the
 * public log for each, in that transaction. A leaf commits, salted, to hashes of the words of the
 * observation and of the reason; with its opening a structure shows that it was examined, without
 * another's.
 */
public final class FinalAnswers {

    /** Leaves that say what became of an observation. */
    public static final String ANSWERED = "consultation.answered";

    /** What the references of those leaves begin with. */
    static final String REFERENCE = "consultation:answered:";

    /** The most changes that a leaf names. */
    private static final int MOST_CHANGES = 1_000;

    private final MatrixTable matrix;
    private final ObservedTable observed;
    private final TextRegister texts;
    private final Leaves leaves;
    private final Fixing fixing;
    private final Clock clock;

    FinalAnswers(JdbcClient jdbc, TextRegister texts, Leaves leaves, Clock clock) {
        this.matrix = new MatrixTable(jdbc);
        this.observed = new ObservedTable(jdbc);
        this.fixing = new Fixing(jdbc);
        this.texts = texts;
        this.leaves = leaves;
        this.clock = clock;
    }

    /** The reference of the leaf of an observation. */
    public static String reference(UUID observation) {
        return REFERENCE + observation;
    }

    /** The words of an observation, as a leaf commits to their hash. */
    public static byte[] words(Observation.Words words) {
        return String.join(
                        "\n--\n",
                        words.comment(),
                        words.proposal().orElse(""),
                        words.legalBasis().orElse(""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The reason of an answer, as a leaf commits to its hash. */
    public static byte[] reason(Given given) {
        return given.disposition().reason().getBytes(StandardCharsets.UTF_8);
    }

    /** Those on the version before, unless its adoption made them final. */
    @EventListener
    void frozen(VersionFrozen news) {
        texts.before(texts.version(news.version()))
                .filter(former -> !fixing.isAdopted(former.id()))
                .ifPresent(this::finish);
    }

    /** Nothing follows an adopted version in which its observations could be taken up. */
    @EventListener
    void adopted(VersionAdopted news) {
        finish(texts.version(news.version()));
    }

    private void finish(TextVersion version) {
        Dossier dossier = texts.get(version.head().dossier());
        Instant now = Moments.now(clock);
        List<NewLeaf> made = new ArrayList<>();
        MatrixSearch all = MatrixSearch.all(version.id());
        for (long skipped = 0; ; skipped += Leaves.MAX_BATCH) {
            List<Entry> entries = matrix.list(all, Sight.ALL, "", skipped, Leaves.MAX_BATCH);
            entries.forEach(
                    each ->
                            each.last()
                                    .map(given -> leaf(dossier, version, each, given, now))
                                    .ifPresent(made::add));
            if (!made.isEmpty()) {
                leaves.append(List.copyOf(made));
                made.clear();
            }
            if (entries.size() < Leaves.MAX_BATCH) {
                return;
            }
        }
    }

    private NewLeaf leaf(
            Dossier dossier, TextVersion version, Entry entry, Given given, Instant now) {
        StringBuilder content =
                new StringBuilder(
                        """
                        danaya observation answered v1
                        text %s
                        version %d
                        observation %d
                        structure %s
                        words %s
                        disposition %s
                        reason %s
                        """
                                .formatted(
                                        dossier.slug(),
                                        version.head().number(),
                                        entry.number(),
                                        entry.structure().identifier(),
                                        Sha256.hexOf(words(entry.words().orElseThrow())),
                                        given.disposition().code(),
                                        Sha256.hexOf(reason(given))));
        entry.duplicateOf().ifPresent(other -> content.append("of ").append(other).append('\n'));
        observed.changes(version.id(), entry.observation(), MOST_CHANGES)
                .forEach(change -> content.append("change ").append(change).append('\n'));
        content.append("decided ").append(given.at()).append("\nat ").append(now).append('\n');
        return new NewLeaf(
                ANSWERED,
                content.toString().getBytes(StandardCharsets.UTF_8),
                reference(entry.observation()));
    }
}
