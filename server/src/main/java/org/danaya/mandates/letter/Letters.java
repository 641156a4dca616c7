package org.danaya.mandates.letter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.danaya.base.Sha256;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateEvent;
import org.danaya.mandates.Register;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.page.Words;
import org.danaya.store.Moments;
import org.danaya.trust.seal.Seal;
import org.danaya.trust.seal.Seals;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the letters of mandates and keeps them. For any number of threads. */
public final class Letters {

    /** One mandate's letters. */
    record Piece(UUID mandate) {}

    static final JobType<Piece> TYPE = JobType.of("mandates.make-letters", Piece.class);

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final LetterTable table;
    private final Register register;
    private final MandateSeals qr;
    private final Seals seals;
    private final Words words;
    private final LetterPdf pdf;
    private final Surroundings here;
    private final Jobs jobs;
    private final Clock clock;

    /**
     * What a letter says of the installation.
     *
     * @param check where anyone checks
     * @param rehearses whether nothing here is official
     */
    record Surroundings(Supplier<URI> check, ZoneId zone, BooleanSupplier rehearses) {}

    Letters(
            JdbcClient jdbc,
            Register register,
            MandateSeals qr,
            Seals seals,
            Words words,
            LetterPdf pdf,
            Surroundings here,
            Jobs jobs,
            Clock clock) {
        this.table = new LetterTable(jdbc);
        this.register = register;
        this.qr = qr;
        this.seals = seals;
        this.words = words;
        this.pdf = pdf;
        this.here = here;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The letters that there are of a mandate, French alone first. */
    public List<Letter> of(UUID mandate) {
        return table.of(mandate);
    }

    /** A letter itself: a PDF. */
    public Optional<byte[]> content(UUID mandate, Edition edition) {
        return table.content(mandate, edition);
    }

    /**
     * A letter that was made here.
     *
     * @param sealed whether a structure sealed it; else it is a draft
     */
    public record Recorded(UUID mandate, boolean sealed) {}

    /** What this file is, if it is byte for byte a letter that was made here, also long ago. */
    public Optional<Recorded> recorded(byte[] file) {
        return table.recorded(Sha256.of(file));
    }

    /** Asks for a mandate's letters, in the caller's transaction. */
    void ask(UUID mandate) {
        jobs.schedule(TYPE, mandate.toString(), new Piece(mandate), clock.instant());
    }

    /** Asks for all letters that are missing, or can be sealed now and aren't. */
    void askForWanting() {
        List<UUID> some = table.wanting(FIRST, AT_ONCE);
        while (!some.isEmpty()) {
            some.stream().filter(id -> wants(register.get(id))).forEach(this::ask);
            some = table.wanting(some.getLast(), AT_ONCE);
        }
    }

    private boolean wants(Known known) {
        UUID id = known.mandate().id();
        return table.of(id).size() < Edition.values().length || sealer(known).isPresent();
    }

    /**
     * Makes the letters of a mandate that is in force, each unless there is the same already. Never
     * within a transaction.
     */
    void make(UUID mandate) {
        Known known = register.get(mandate);
        if (!known.stands()) {
            return;
        }
        String text = qr.seal(known).text();
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
        Optional<UUID> sealer = sealer(known);
        for (Edition edition : Edition.values()) {
            if (!table.has(mandate, edition, hash, sealer.isPresent())) {
                make(known, edition, text, hash, sealer);
            }
        }
    }

    private void make(
            Known known, Edition edition, String text, byte[] hash, Optional<UUID> sealer) {
        UUID mandate = known.mandate().id();
        MandateEvent.Signed signed = known.history().signature().orElseThrow();
        byte[] letter = pdf.make(facts(known, signed, text, sealer), edition);
        Instant now = Moments.now(clock);
        if (sealer.isEmpty()) {
            table.put(mandate, edition, hash, Optional.empty(), letter, now);
            return;
        }
        seals.seal(
                sealer.get(),
                new SignedFile(filename(known.head(), edition), letter),
                new Seal.By.Officer(signed.account(), signed.evidence()),
                Optional.of(
                        SignedFor.of(
                                words,
                                register.basis(known.head().terms().grantor()),
                                known.head().names().structure(),
                                known.head().names().grantor())),
                made ->
                        table.put(
                                mandate,
                                edition,
                                hash,
                                Optional.of(
                                        new LetterTable.Sealing(
                                                made.seal().id(), made.seal().level())),
                                made.file().bytes(),
                                now));
    }

    private LetterFacts facts(
            Known known, MandateEvent.Signed signed, String text, Optional<UUID> sealer) {
        MandateEvent.Effective effective =
                known.history().events().stream()
                        .filter(MandateEvent.Effective.class::isInstance)
                        .map(MandateEvent.Effective.class::cast)
                        .findFirst()
                        .orElseThrow();
        return new LetterFacts(
                known.head(),
                known.above().isEmpty() ? known.office().basis() : "",
                signed.at(),
                effective.leaf(),
                effective.at(),
                text,
                here.check().get(),
                here.zone(),
                here.rehearses().getAsBoolean(),
                sealer.map(seals::name));
    }

    /** The structure in whose name the bearer acts, or else the one whose office granted. */
    private Optional<UUID> sealer(Known known) {
        return Stream.of(known.head().terms().structure(), known.office().structure())
                .filter(seals::can)
                .findFirst();
    }

    /** What a machine calls the file. */
    static String filename(Mandate.Head head, Edition edition) {
        return LetterWriter.number(head) + "-" + edition.code() + ".pdf";
    }
}
