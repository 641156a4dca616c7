package org.danaya.trust.signature.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.trust.signature.Intake;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SigningRequests;
import org.danaya.trust.validation.SignedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes requests of what programs send: whole or not at all, and each wish once. */
@Component
class NewRequests {

    private static final int MOST_NAME = 200;

    private final SigningRequests requests;
    private final Intake intake;
    private final WishTable wishes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewRequests(
            SigningRequests requests,
            Intake intake,
            WishTable wishes,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.intake = intake;
        this.wishes = wishes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A request that was made.
     *
     * @param codes of the invited signers in their places; none where it was made before
     */
    record Made(UUID id, List<String> codes) {}

    /**
     * Makes it and lets its signers sign.
     *
     * @param name the program's own for this wish: the same sent again makes no second request
     * @throws Fault {@link SignatureFault#WRONG_WISH}, {@link SignatureFault#TOO_MANY}, {@link
     *     SignatureFault#OTHER_WISH}
     */
    Made make(UUID owner, SigningRequestsApi.Wish wish, Optional<String> name) {
        List<SigningRequestsApi.File> files = list(wish.documents(), "documents");
        List<String> signers = list(wish.signers(), "signers");
        if (files.isEmpty()) {
            throw wrong("documents");
        }
        if (signers.isEmpty() && !wish.ownSignature()) {
            throw wrong("signers");
        }
        signers.forEach(each -> text(each, MOST_NAME, "signers"));
        List<SignedFile> taken = files.stream().map(this::file).toList();
        String title =
                wish.title() == null
                        ? taken.getFirst().name()
                        : text(wish.title(), MOST_NAME, "title");
        byte[] hash = hash(wish, title, taken);
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Optional<Made> before = before(owner, name, hash);
                            return before.isPresent()
                                    ? before.get()
                                    : make(owner, wish, title, taken, signers, name, hash);
                        }));
    }

    private Made make(
            UUID owner,
            SigningRequestsApi.Wish wish,
            String title,
            List<SignedFile> files,
            List<String> signers,
            Optional<String> name,
            byte[] hash) {
        var made = requests.create(owner, title, files, intake.level());
        List<String> codes = new ArrayList<>();
        for (String label : signers) {
            codes.add(requests.invite(made.id(), owner, label).code());
        }
        if (!wish.ownSignature()) {
            requests.remove(made.id(), owner, made.signers().getFirst().id());
        }
        requests.order(made.id(), owner, wish.inOrder());
        requests.open(made.id(), owner);
        name.ifPresent(each -> wishes.insert(owner, each, hash, made.id(), clock.instant()));
        return new Made(made.id(), codes);
    }

    private Optional<Made> before(UUID owner, Optional<String> name, byte[] hash) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        wishes.lock(owner);
        return wishes.find(owner, name.get())
                .map(
                        found -> {
                            if (!MessageDigest.isEqual(found.sha256(), hash)) {
                                throw new Fault(SignatureFault.OTHER_WISH, name.get());
                            }
                            return new Made(found.request(), List.of());
                        });
    }

    private SignedFile file(SigningRequestsApi.File file) {
        String name = text(file.name(), MOST_NAME, "documents.name");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(file.content() == null ? "" : file.content());
        } catch (IllegalArgumentException e) {
            throw new Fault(e, SignatureFault.WRONG_WISH, "documents.content");
        }
        SignedFile taken = new SignedFile(name, bytes);
        intake.danger(taken)
                .ifPresent(
                        why -> {
                            throw new Fault(SignatureFault.FILE_REFUSED, name, why.why().code());
                        });
        return taken;
    }

    private static byte[] hash(SigningRequestsApi.Wish wish, String title, List<SignedFile> files) {
        MessageDigest digest = Sha256.begin();
        List<String> parts = new ArrayList<>();
        parts.add(title);
        parts.add(wish.ownSignature() + " " + wish.inOrder());
        parts.addAll(wish.signers());
        files.forEach(each -> parts.add(each.name() + " " + Sha256.hexOf(each.bytes())));
        parts.forEach(
                each -> {
                    digest.update(each.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        return digest.digest();
    }

    private static <T> List<T> list(@Nullable List<T> given, String field) {
        if (given == null || given.stream().anyMatch(Objects::isNull)) {
            throw wrong(field);
        }
        return given;
    }

    private static String text(@Nullable String given, int most, String field) {
        if (given == null || given.isBlank() || given.length() > most) {
            throw wrong(field);
        }
        return given.strip();
    }

    private static Fault wrong(String field) {
        return new Fault(SignatureFault.WRONG_WISH, field);
    }
}
