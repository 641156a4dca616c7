package org.danaya.consultation.paper;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Publication;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.VersionEvent;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.page.Words;
import org.danaya.people.Basis;
import org.danaya.store.Moments;
import org.danaya.trust.seal.Seal;
import org.danaya.trust.seal.SealedFiles;
import org.danaya.trust.seal.Seals;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the signed files of published texts and keeps them. For any number of threads. */
public final class PublishedPapers {

    /** One version's file. */
    record Piece(UUID version) {}

    static final JobType<Piece> TYPE = JobType.of("consultation.make-signed-text", Piece.class);

    private static final int AT_ONCE = 100;

    private final SealedFiles files;
    private final Texts texts;
    private final Seals seals;
    private final Words words;
    private final PublishedPaperWriter writer;
    private final BooleanSupplier rehearses;
    private final Jobs jobs;
    private final Clock clock;

    /**
     * @param rehearses whether nothing here is official
     */
    PublishedPapers(
            JdbcClient jdbc,
            Texts texts,
            Seals seals,
            Words words,
            PublishedPaperWriter writer,
            BooleanSupplier rehearses,
            Jobs jobs,
            Clock clock) {
        this.files = new SealedFiles(jdbc, "consultation.publication_file", "version");
        this.texts = texts;
        this.seals = seals;
        this.words = words;
        this.writer = writer;
        this.rehearses = rehearses;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Whether there is a file. */
    public boolean has(UUID version) {
        return files.has(version);
    }

    /** The signed PDF. Everybody may have it. */
    public Optional<byte[]> content(UUID version) {
        return files.content(version);
    }

    /** Asks for a file, in the caller's transaction. */
    void ask(UUID version) {
        jobs.schedule(TYPE, version.toString(), new Piece(version), clock.instant());
    }

    /** Asks for all files that are missing and can be made. */
    void askForMissing() {
        files.missing("consultation.publication", "published_at", AT_ONCE).stream()
                .filter(
                        id ->
                                seals.can(
                                        texts.register()
                                                .get(texts.register().version(id).head().dossier())
                                                .lead()
                                                .structure()))
                .forEach(this::ask);
    }

    /** Makes the file of a published version. Never within a transaction. */
    void make(UUID id) {
        TextVersion version = texts.register().version(id);
        Dossier dossier = texts.register().get(version.head().dossier());
        UUID structure = dossier.lead().structure();
        Optional<Publication> published = texts.publishing().of(id);
        if (published.isEmpty() || files.has(id) || !seals.can(structure)) {
            return;
        }
        byte[] paper =
                writer.write(
                        dossier,
                        version,
                        texts.adopting().of(id).orElseThrow().act(),
                        published.get().at(),
                        rehearses.getAsBoolean());
        seals.seal(
                structure,
                new SignedFile(dossier.slug() + ".pdf", paper),
                new Seal.By.Officer(published.get().by(), published.get().evidence()),
                published.get().under().flatMap(under -> name(under, structure)),
                made -> files.add(id, made, Moments.now(clock)));
    }

    private Optional<SignedFor> name(VersionEvent.Under under, UUID structure) {
        return Basis.read(under.basis())
                .map(basis -> SignedFor.of(words, basis, seals.name(structure), under.function()));
    }
}
