package org.danaya.trust.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.danaya.trust.signature.AdesEngine;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.signature.SigningKey;
import org.danaya.trust.signature.SigningKeys;
import org.danaya.trust.signature.SigningOrder;
import org.danaya.trust.validation.SignedFile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts seals, and tells which were put. For any number of threads. */
public final class Seals {

    /** How long a program may ask for the same answer again. */
    static final Duration ANSWERS_KEPT = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SealTable table;
    private final SealCertificates certificates;
    private final SigningKeys keys;
    private final SealNames names;
    private final AdesEngine engine;
    private final TransactionTemplate transaction;
    private final SealRecords records;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore places;
    private final int perDay;
    private final long answersBytes;
    private final SignatureLevel highest;
    private final BooleanSupplier status;

    Seals(
            SealTable table,
            SealCertificates certificates,
            SigningKeys keys,
            SealNames names,
            AdesEngine engine,
            TransactionTemplate transaction,
            SealRecords records,
            Ids ids,
            Clock clock,
            Settings settings,
            BooleanSupplier status) {
        this.table = table;
        this.certificates = certificates;
        this.keys = keys;
        this.names = names;
        this.engine = engine;
        this.transaction = transaction;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
        this.places = new Semaphore(settings.get(SealSettings.AT_ONCE), true);
        this.perDay = settings.get(SealSettings.PER_DAY);
        this.answersBytes = settings.get(SealSettings.ANSWERS);
        this.highest = settings.get(SealSettings.LEVEL);
        this.status = status;
    }

    /**
     * What is to be sealed.
     *
     * @param level nothing for the highest that can be had
     */
    record Wish(
            UUID structure, SignatureForm form, Optional<SignatureLevel> level, SignedFile file) {}

    /** Who has a seal put, and what lets them. */
    private record Ordered(Seal.By by, Optional<SignedFor> name) {}

    /** A seal, and the sealed document. */
    public record Sealed(Seal seal, SignedFile file) {}

    /** The form that fits a document where none is asked for. */
    static SignatureForm form(SignedFile file) {
        String head =
                new String(
                        file.bytes(), 0, Math.min(file.size(), 1_024), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return SignatureForm.PADES;
        }
        return head.startsWith("<") ? SignatureForm.XADES : SignatureForm.ASIC_E_XADES;
    }

    /** Whether a document can be sealed in a form: only a PDF bears a seal inside a PDF. */
    static boolean fits(SignatureForm form, SignedFile file) {
        return form != SignatureForm.PADES || form(file) == SignatureForm.PADES;
    }

    /** The level that is made where none is asked for: the highest that the services allow. */
    SignatureLevel level() {
        SignatureLevel can =
                !engine.stamps()
                        ? SignatureLevel.B
                        : status.getAsBoolean() ? SignatureLevel.LTA : SignatureLevel.T;
        return can.compareTo(highest) < 0 ? can : highest;
    }

    /**
     * Seals what an officer confirmed. Never within a transaction: a token may keep it waiting.
     *
     * @param name what lets the officer, as it was confirmed
     * @param usable the certificate that was confirmed
     * @param within done in the transaction that records the seal, which a fault of it undoes
     */
    Sealed seal(
            Wish wish,
            Seal.By.Officer by,
            Optional<SignedFor> name,
            SealCertificates.Usable usable,
            Consumer<Sealed> within) {
        return made(wish, new Ordered(by, name), usable, within);
    }

    /**
     * Seals a PDF that the platform made of exactly what somebody confirmed with a passkey, and of
     * nothing else: a mandate's letter. Never within a transaction.
     *
     * @param by who confirmed the content, and the assertion over it
     * @param name by what right the content was confirmed
     * @param within done in the transaction that records the seal, which a fault of it undoes
     * @throws Fault {@link SealFault}, {@link SignatureFault}
     */
    public Sealed seal(
            UUID structure,
            SignedFile pdf,
            Seal.By.Officer by,
            Optional<SignedFor> name,
            Consumer<Sealed> within) {
        return made(
                new Wish(structure, SignatureForm.PADES, Optional.empty(), pdf),
                new Ordered(by, name),
                certificates.of(structure),
                within);
    }

    /**
     * The name in the certificate with which a structure seals now.
     *
     * @throws Fault {@link SealFault}
     */
    public String name(UUID structure) {
        return certificates.of(structure).name();
    }

    /** Whether a structure has a certificate for seals that is in force and kept here. */
    public boolean can(UUID structure) {
        return certificates.can(structure);
    }

    /**
     * Seals for a program. Never within a transaction.
     *
     * @param answers the account of who answers for the key
     * @param name the program's own name for this request: the same answer comes for it again
     */
    Sealed seal(Wish wish, Seal.By.Program by, UUID answers, Optional<String> name) {
        byte[] asked = asked(wish);
        Optional<Sealed> before = name.flatMap(each -> again(by, each, asked));
        if (before.isPresent()) {
            return before.get();
        }
        SealCertificates.Usable usable = certificates.of(wish.structure());
        Ordered ordered = new Ordered(by, names.ofProgram(answers, wish.structure()));
        name.ifPresent(_ -> needRoom(by, wish.file().size()));
        try {
            return made(
                    wish,
                    ordered,
                    usable,
                    made -> name.ifPresent(each -> keep(by, each, asked, made)));
        } catch (DuplicateKeyException e) {
            // The same request came twice at once: who was first has the answer for both.
            return name.flatMap(each -> again(by, each, asked)).orElseThrow(() -> e);
        }
    }

    /** A seal, if there is one. */
    Optional<Seal> find(UUID id) {
        return table.find(id);
    }

    long count(Reach reach, String hash) {
        return table.count(reach, hash);
    }

    List<Seal> list(Reach reach, String hash, String orderBy, long skipped, int most) {
        return table.list(reach, hash, orderBy, skipped, most);
    }

    List<Seal> before(Reach reach, Optional<UUID> id, int most) {
        return table.before(reach, id, most);
    }

    /** Deletes the answers that no program may ask for again. */
    void forget() {
        table.forget(clock.instant().minus(ANSWERS_KEPT));
    }

    private Optional<Sealed> again(Seal.By.Program by, String name, byte[] asked) {
        return table.answered(by.id(), name)
                .map(
                        found -> {
                            if (!MessageDigest.isEqual(found.request(), asked)) {
                                throw new Fault(SealFault.OTHER_REQUEST);
                            }
                            return new Sealed(found.seal(), found.file());
                        });
    }

    /** Old answers make room before a new one is refused. */
    private void needRoom(Seal.By.Program by, int size) {
        if (table.kept(by.id()) + size <= answersBytes) {
            return;
        }
        forget();
        if (table.kept(by.id()) + size > answersBytes) {
            throw new Fault(SealFault.ANSWERS_FULL, answersBytes >> 20);
        }
    }

    /** One answer of a key after another, so that together they stay below the limit. */
    private void keep(Seal.By.Program by, String name, byte[] asked, Sealed sealed) {
        table.lockAnswers(by.id());
        if (table.kept(by.id()) + sealed.file().size() > answersBytes) {
            throw new Fault(SealFault.ANSWERS_FULL, answersBytes >> 20);
        }
        table.keep(by.id(), name, new SealTable.Answered(asked, sealed.seal(), sealed.file()));
    }

    /**
     * The count of the day is a statement of its own, so that nobody waits for who is signing; it
     * is given back where no seal comes of it, unless the program stops in between.
     */
    private Sealed made(
            Wish wish, Ordered by, SealCertificates.Usable usable, Consumer<Sealed> within) {
        SignatureLevel level = wish.level().orElseGet(this::level);
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (!table.count(wish.structure(), day, perDay)) {
            throw new Fault(SealFault.TOO_MANY_TODAY, perDay);
        }
        UUID id = ids.next();
        try {
            Sealed sealed = inTurn(() -> signed(id, usable, wish, level, by));
            transaction.executeWithoutResult(
                    _ -> {
                        certificates.needInForce(usable);
                        table.insert(sealed.seal());
                        within.accept(sealed);
                        records.write(sealed.seal(), usable);
                    });
            return sealed;
        } catch (RuntimeException | Error e) {
            giveBack(id, wish.structure(), day, e);
            throw e;
        }
    }

    private void giveBack(UUID id, UUID structure, LocalDate day, Throwable why) {
        try {
            table.giveBack(structure, day, id);
        } catch (RuntimeException more) {
            why.addSuppressed(more);
        }
    }

    /** The certificate is looked at again: it may have been suspended during the wait. */
    private Sealed signed(
            UUID id, SealCertificates.Usable usable, Wish wish, SignatureLevel level, Ordered by) {
        certificates.needInForce(usable);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SignedFile after = signed(usable, wish, level, SignedFor.role(by.name()), now);
        return new Sealed(
                new Seal(
                        id,
                        wish.structure(),
                        usable.certificate().id(),
                        by.by(),
                        by.name(),
                        wish.form(),
                        level,
                        Sha256.of(wish.file().bytes()),
                        Sha256.of(after.bytes()),
                        after.size(),
                        now),
                after);
    }

    private SignedFile signed(
            SealCertificates.Usable usable,
            Wish wish,
            SignatureLevel level,
            String role,
            Instant now) {
        try (var key = open(usable).key()) {
            return engine.sign(
                    new SigningKey(key, usable.holder().chain()),
                    new SigningOrder(
                            wish.form(), level, List.of(wish.file()), now, role, Optional.empty()));
        } catch (Fault told) {
            throw told;
        } catch (RuntimeException e) {
            // What a parser throws at a document that isn't what its form needs.
            throw new Fault(
                    e, SignatureFault.FILE_UNSIGNABLE, wish.file().name(), wish.form().code());
        }
    }

    private SigningKey open(SealCertificates.Usable usable) {
        try {
            return keys.open(usable.holder());
        } catch (Fault away) {
            if (away.code() == SignatureFault.NO_CERTIFICATE) {
                throw new Fault(away, SealFault.KEY_AWAY, usable.name());
            }
            throw away;
        }
    }

    private Sealed inTurn(Supplier<Sealed> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault(SealFault.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, SealFault.BUSY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static byte[] asked(Wish wish) {
        return Sha256.of(
                (wish.structure()
                                + "\n"
                                + wish.form()
                                + "\n"
                                + wish.level().map(SignatureLevel::name).orElse("")
                                + "\n"
                                + HexFormat.of().formatHex(Sha256.of(wish.file().bytes())))
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
