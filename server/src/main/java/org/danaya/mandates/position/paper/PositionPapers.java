package org.danaya.mandates.position.paper;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.danaya.base.Sha256;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.mandates.Register;
import org.danaya.mandates.letter.Paper;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.PositionEvent;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.page.Words;
import org.danaya.store.Moments;
import org.danaya.trust.seal.Seal;
import org.danaya.trust.seal.SealedFiles;
import org.danaya.trust.seal.Seals;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the files of positions and keeps them. For any number of threads. */
public final class PositionPapers {

    /** What its QR's address begins with; the short code follows. */
    public static final String SHORT = "/p/";

    /** One position's file. */
    record Piece(UUID position) {}

    static final JobType<Piece> TYPE = JobType.of("mandates.make-position-file", Piece.class);

    private static final int AT_ONCE = 500;

    private final SealedFiles files;
    private final PositionRegister register;
    private final Register mandates;
    private final Words words;
    private final Seals seals;
    private final PositionPaperWriter writer;
    private final Function<String, URI> address;
    private final BooleanSupplier rehearses;
    private final Jobs jobs;
    private final Clock clock;

    /**
     * @param address of a path of the portal
     * @param rehearses whether nothing here is official
     */
    PositionPapers(
            JdbcClient jdbc,
            PositionRegister register,
            Register mandates,
            Words words,
            Seals seals,
            PositionPaperWriter writer,
            Function<String, URI> address,
            BooleanSupplier rehearses,
            Jobs jobs,
            Clock clock) {
        this.files = new SealedFiles(jdbc, "mandates.official_position_file", "position");
        this.register = register;
        this.mandates = mandates;
        this.words = words;
        this.seals = seals;
        this.writer = writer;
        this.address = address;
        this.rehearses = rehearses;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What the QR of a position says: an address that leads to its page, with its short code. */
    public URI shortAddress(OfficialPosition.Head head) {
        return address.apply(SHORT + PositionNames.code(head));
    }

    /** Whether there is a file. */
    public boolean has(UUID position) {
        return files.has(position);
    }

    /** The file: a sealed PDF. Whoever may know of the position may have it. */
    public Optional<byte[]> content(UUID position) {
        return files.content(position);
    }

    /** The position for which these very bytes were given out; nothing where they weren't. */
    public Optional<UUID> givenFor(byte[] file) {
        return files.subject(Sha256.of(file));
    }

    /** Asks for a file, in the caller's transaction. */
    void ask(UUID position) {
        jobs.schedule(TYPE, position.toString(), new Piece(position), clock.instant());
    }

    /** Asks for all files that are missing and can be made. */
    void askForMissing() {
        register.withoutFile(AT_ONCE).stream()
                .filter(id -> seals.can(register.get(id).head().terms().structure()))
                .forEach(this::ask);
    }

    /** Makes the file of a position that everybody may know of. Never within a transaction. */
    void make(UUID position) {
        Known known = register.get(position);
        UUID structure = known.head().terms().structure();
        if (!known.position().isPublic() || files.has(position) || !seals.can(structure)) {
            return;
        }
        PositionEvent.Signed signed = known.history().signature().orElseThrow();
        byte[] paper =
                Paper.pdf(
                        writer.write(
                                known,
                                address.apply("/positions/" + publication(known).number()),
                                rehearses.getAsBoolean(),
                                seals.name(structure)),
                        shortAddress(known.head()).toString(),
                        new Paper.Origin(
                                position.getLeastSignificantBits(),
                                publication(known).since(),
                                Optional.empty()));
        seals.seal(
                structure,
                new SignedFile(PositionNames.of(known.position()) + ".pdf", paper),
                new Seal.By.Officer(signed.account(), signed.evidence()),
                Optional.of(
                        SignedFor.of(
                                words,
                                mandates.basis(signed.under()),
                                seals.name(structure),
                                signed.function())),
                made -> files.add(position, made, Moments.now(clock)));
    }

    private static OfficialPosition.Publication publication(Known known) {
        return known.position().publication().orElseThrow();
    }
}
