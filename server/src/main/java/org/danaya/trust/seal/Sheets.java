package org.danaya.trust.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.signin.AssertionOutcome;
import org.danaya.signin.FreshAssertions;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers seal themselves: documents laid on a sheet, confirmed together. */
final class Sheets {

    /** How many documents a sheet holds. */
    static final int MOST = 20;

    /** How long its documents are kept. */
    static final Duration KEPT = Duration.ofDays(1);

    private final SheetTable table;
    private final Seals seals;
    private final SealCertificates certificates;
    private final SealNames names;
    private final FreshAssertions assertions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Sheets(
            SheetTable table,
            Seals seals,
            SealCertificates certificates,
            SealNames names,
            FreshAssertions assertions,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.seals = seals;
        this.certificates = certificates;
        this.names = names;
        this.assertions = assertions;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** A document to be laid on a sheet; {@code active}: it acts by itself when it is opened. */
    record Laid(SignedFile file, SignatureForm form, boolean active) {}

    /** Begins a sheet with one document. Whether the structure can seal is checked. */
    UUID begin(UUID account, UUID structure, Optional<SignatureLevel> level, Laid first) {
        certificates.of(structure);
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Sheet.Head head =
                                    new Sheet.Head(
                                            ids.next(),
                                            account,
                                            structure,
                                            level.orElseGet(seals::level),
                                            Moments.now(clock),
                                            List.of());
                            table.insert(head);
                            lay(head, first);
                            return head.id();
                        }));
    }

    /** Adds a document. */
    void add(UUID id, UUID account, Laid laid) {
        transaction.executeWithoutResult(
                _ -> {
                    if (!(locked(id, account) instanceof Sheet.Open(Sheet.Head head))) {
                        throw new Fault(SealFault.WRONG_STATE);
                    }
                    if (head.pieces().size() >= MOST) {
                        throw new Fault(SealFault.SHEET_FULL, MOST);
                    }
                    lay(head, laid);
                });
    }

    /** A sheet of an account's own. */
    Sheet get(UUID id, UUID account) {
        return own(table.find(id), account);
    }

    /** A document of a sheet, sealed where it is already. */
    SignedFile content(Sheet sheet, UUID piece) {
        return sheet.head().pieces().stream()
                .filter(each -> each.id().equals(piece))
                .findFirst()
                .flatMap(each -> table.content(each.id()))
                .orElseThrow(() -> new Fault(SealFault.UNKNOWN_SHEET));
    }

    /** Takes a sheet back: its documents are gone, seals that were put stay put. */
    void abandon(UUID id, UUID account) {
        transaction.executeWithoutResult(
                _ -> {
                    locked(id, account);
                    table.delete(id);
                });
    }

    /**
     * What the officer confirms: each document's hash, the certificate, the form and the level.
     *
     * @throws Fault those of {@link SealCertificates#of} and {@link SealNames#confirmed}
     */
    byte[] statement(Sheet sheet) {
        Sheet.Head head = sheet.head();
        return statement(
                head,
                certificates.of(head.structure()),
                names.confirmed(head.account(), head.structure()));
    }

    /**
     * Takes a passkey's answer about {@link #statement}.
     *
     * @throws Fault {@link SealFault#NOT_CONFIRMED}, {@link SealFault#WRONG_STATE}
     */
    void confirm(UUID id, UUID account, String challenge, String credential) {
        transaction.executeWithoutResult(
                _ -> {
                    if (!(locked(id, account) instanceof Sheet.Open(Sheet.Head head))
                            || head.pieces().isEmpty()) {
                        throw new Fault(SealFault.WRONG_STATE);
                    }
                    SealCertificates.Usable usable = certificates.of(head.structure());
                    Optional<SignedFor> name = names.confirmed(account, head.structure());
                    AssertionOutcome outcome =
                            assertions.answer(
                                    account,
                                    "seal:" + id,
                                    statement(head, usable, name),
                                    challenge,
                                    credential);
                    if (!(outcome instanceof AssertionOutcome.Confirmed(var evidence))) {
                        throw new Fault(SealFault.NOT_CONFIRMED);
                    }
                    table.confirmed(id, evidence.id(), usable.certificate().sha256(), name);
                    news.publishEvent(
                            Act.done(
                                    SealAct.CONFIRMED,
                                    "structure:" + head.structure(),
                                    Map.of(
                                            "evidence",
                                            evidence.id().toString(),
                                            "documents",
                                            Integer.toString(head.pieces().size()),
                                            "basis",
                                            ActingFor.fact(name.map(SignedFor::basis)))));
                });
    }

    /**
     * Seals what was confirmed and isn't sealed yet, one document after another: what was stopped
     * in the middle goes on where it was.
     *
     * @throws Fault {@link SealFault#WRONG_STATE} and those of sealing
     */
    void seal(UUID id, UUID account) {
        for (Sheet.Piece piece : get(id, account).head().pieces()) {
            try {
                seal(id, account, piece.id());
            } catch (Fault fault) {
                if (!isSealed(id, account, piece.id())) {
                    throw fault;
                }
                // Asked for twice at once: who was first has sealed it.
            }
        }
    }

    /** Signed outside of any transaction, then laid on the sheet in the one that records it. */
    private void seal(UUID id, UUID account, UUID piece) {
        if (!(get(id, account)
                instanceof
                Sheet.Confirmed(
                        Sheet.Head head,
                        UUID evidence,
                        byte[] certificate,
                        Optional<SignedFor> name))) {
            throw new Fault(SealFault.WRONG_STATE);
        }
        Sheet.Piece found = piece(head, piece);
        if (found.seal().isPresent()) {
            return;
        }
        SignedFile file =
                table.content(piece).orElseThrow(() -> new Fault(SealFault.UNKNOWN_SHEET));
        SealCertificates.Usable usable = certificates.of(head.structure());
        if (!MessageDigest.isEqual(usable.certificate().sha256(), certificate)
                || !MessageDigest.isEqual(Sha256.of(file.bytes()), found.sha256())) {
            throw new Fault(SealFault.NOT_CONFIRMED);
        }
        names.needStanding(account, head.structure(), name);
        seals.seal(
                new Seals.Wish(head.structure(), found.form(), Optional.of(head.level()), file),
                new Seal.By.Officer(account, evidence),
                name,
                usable,
                made -> lay(id, account, piece, made));
    }

    /** The sheet is locked, so that no document is sealed twice, nor after it was taken back. */
    private void lay(UUID id, UUID account, UUID piece, Seals.Sealed sealed) {
        if (!(locked(id, account) instanceof Sheet.Confirmed) || !table.sealed(piece, sealed)) {
            throw new Fault(SealFault.WRONG_STATE);
        }
    }

    private boolean isSealed(UUID id, UUID account, UUID piece) {
        return piece(get(id, account).head(), piece).seal().isPresent();
    }

    private static Sheet.Piece piece(Sheet.Head head, UUID piece) {
        return head.pieces().stream()
                .filter(each -> each.id().equals(piece))
                .findFirst()
                .orElseThrow(() -> new Fault(SealFault.UNKNOWN_SHEET));
    }

    /** Deletes sheets that are too old, with their documents. */
    void forget() {
        table.forget(clock.instant().minus(KEPT));
    }

    private void lay(Sheet.Head head, Laid laid) {
        table.insert(
                head.id(),
                new Sheet.Piece(
                        ids.next(),
                        head.pieces().size() + 1,
                        laid.file().name(),
                        laid.form(),
                        Sha256.of(laid.file().bytes()),
                        laid.file().size(),
                        laid.active(),
                        Optional.empty()),
                laid.file());
    }

    private Sheet locked(UUID id, UUID account) {
        return own(table.lock(id), account);
    }

    private static Sheet own(Optional<Sheet> found, UUID account) {
        return found.filter(each -> each.head().account().equals(account))
                .orElseThrow(() -> new Fault(SealFault.UNKNOWN_SHEET));
    }

    private static byte[] statement(
            Sheet.Head head, SealCertificates.Usable usable, Optional<SignedFor> name) {
        StringBuilder text = new StringBuilder("danaya seal confirmation v1\n");
        text.append("structure ").append(head.structure()).append('\n');
        text.append("certificate ")
                .append(HexFormat.of().formatHex(usable.certificate().sha256()))
                .append('\n');
        text.append("level ").append(head.level().code()).append('\n');
        text.append(SignedFor.lines(name));
        for (Sheet.Piece piece : head.pieces()) {
            text.append("document ").append(piece.hex());
            text.append(' ').append(piece.form().code()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
