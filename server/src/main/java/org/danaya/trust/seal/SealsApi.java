package org.danaya.trust.seal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.BaseFault;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.ApiFile;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.IdempotencyKey;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Needs;
import org.danaya.page.Pages;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.programs.ApiKey;
import org.danaya.programs.ApiKeys;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.validation.Remark;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seals, for programs. A person seals in the console, with a passkey. */
@RestController
class SealsApi {

    static final String PATH = "/api/v1/seals";
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Seals seals;
    private final ApiKeys keys;
    private final Structures structures;
    private final Validations validations;
    private final Pages pages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;

    SealsApi(
            Seals seals,
            ApiKeys keys,
            Structures structures,
            Validations validations,
            Pages pages,
            TransactionTemplate transaction,
            ApplicationEventPublisher news) {
        this.seals = seals;
        this.keys = keys;
        this.structures = structures;
        this.validations = validations;
        this.pages = pages;
        this.transaction = transaction;
        this.news = news;
    }

    /**
     * Some seals, the newest first.
     *
     * @param next the value of {@code before} for those that follow; null at the end
     */
    record Found(List<One> seals, @Nullable String next) {}

    /**
     * A seal.
     *
     * @param structure the structure's identifier
     * @param key the API key by which it was put; null where an officer did
     * @param basis what let whoever had it put act for the structure: {@code office:ID} or {@code
     *     mandate:ID}; null where nothing needed to
     * @param before SHA-256 of the document, in hexadecimal
     * @param after SHA-256 of the sealed document
     */
    record One(
            UUID id,
            @Nullable String structure,
            @Nullable UUID key,
            @Nullable String basis,
            String format,
            String level,
            String before,
            String after,
            int size,
            Instant at) {}

    @Needs(Right.SEAL_DOCUMENTS)
    @ApiOperation(
            id = "sealDocument",
            about =
                    "Seals a document in a structure's name and answers the sealed document; the"
                            + " header Danaya-Seal names the seal. With an API key only.")
    @ApiFile(name = "file", about = "The document.", required = true)
    @ApiParameter(
            name = "structure",
            about = "The structure's identifier; the key's own where absent.")
    @ApiParameter(
            name = "format",
            about = "Where absent, PAdES for PDF, XAdES for XML, ASiC-E for any other.",
            oneOf = {"pades", "xades", "cades", "jades", "asic-e-xades", "asic-e-cades"})
    @ApiParameter(
            name = "level",
            about = "Where absent, the highest that the installation makes.",
            oneOf = {"b", "t", "lt", "lta"})
    @ApiParameter(
            name = IdempotencyKey.HEADER,
            header = true,
            about =
                    "1 to 100 visible ASCII characters: the same request under the same key is"
                            + " answered alike for a day, and nothing is sealed again.")
    @PostMapping(PATH)
    ResponseEntity<byte[]> seal(HttpServletRequest request, Submission sent) {
        if (!(Actor.current() instanceof Actor.Key(UUID key, _))) {
            throw new Fault(SealFault.KEYS_ALONE);
        }
        ApiKey.Head head = keys.find(key).orElseThrow().head();
        UUID structure = structure(text(sent, "structure"), head);
        SignedFile file =
                Optional.ofNullable(sent.files().get("file"))
                        .map(each -> new SignedFile(each.name(), each.bytes()))
                        .orElseThrow(() -> new Fault(SealFault.NO_FILE));
        refuseDanger(file, request);
        Optional<SignatureForm> form =
                one(sent, "format", SignatureForm.values(), SignatureForm::code);
        Optional<SignatureLevel> level =
                one(sent, "level", SignatureLevel.values(), SignatureLevel::code);
        Seals.Sealed sealed =
                seals.seal(
                        new Seals.Wish(
                                structure, form.orElseGet(() -> Seals.form(file)), level, file),
                        new Seal.By.Program(key),
                        head.answers(),
                        IdempotencyKey.read(
                                request.getHeader(IdempotencyKey.HEADER),
                                () -> new Fault(SealFault.WRONG_PARAMETER, IdempotencyKey.HEADER)));
        return answer(sealed);
    }

    @Needs(Right.READ_SEALS)
    @ApiOperation(id = "listSeals", about = "Some seals, the newest first; never the documents.")
    @ApiParameter(name = "before", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    Found list(Query query) {
        Reach reach =
                Rights.current()
                        .reach(Right.READ_SEALS)
                        .orElseThrow(() -> new Fault(BaseFault.OUT_OF_REACH));
        Cursor cursor = Cursor.of(query, "before", MOST, USUAL);
        List<Seal> found = seals.before(reach, cursor.at().map(SealsApi::before), cursor.wanted());
        return new Found(
                cursor.shown(found).stream().map(this::one).toList(),
                cursor.next(found, seal -> seal.id().toString()));
    }

    private static UUID before(String id) {
        return Ids.read(id).orElseThrow(() -> new Fault(SealFault.WRONG_PARAMETER, "before"));
    }

    private One one(Seal seal) {
        HexFormat hex = HexFormat.of();
        return new One(
                seal.id(),
                structures.find(seal.structure()).map(Structure::identifier).orElse(null),
                seal.by() instanceof Seal.By.Program(UUID key) ? key : null,
                seal.name().map(each -> each.basis().subject()).orElse(null),
                seal.form().code(),
                seal.level().code(),
                hex.formatHex(seal.before()),
                hex.formatHex(seal.after()),
                seal.size(),
                seal.at());
    }

    private UUID structure(String identifier, ApiKey.Head key) {
        UUID structure =
                identifier.isEmpty()
                        ? key.structure()
                        : structures
                                .find(identifier)
                                .map(Structure::id)
                                .orElseThrow(
                                        () -> new Fault(SealFault.UNKNOWN_STRUCTURE, identifier));
        if (!Rights.current().hold(Right.SEAL_DOCUMENTS, structure)) {
            Act refused =
                    Act.refused(
                            SealAct.SEALED,
                            "structure:" + structure,
                            Map.of("why", BaseFault.OUT_OF_REACH.code()));
            transaction.executeWithoutResult(_ -> news.publishEvent(refused));
            throw new Fault(BaseFault.OUT_OF_REACH);
        }
        return structure;
    }

    /** Nobody looks at what a program sends, so what could change its look isn't sealed. */
    private void refuseDanger(SignedFile file, HttpServletRequest request) {
        Optional<ValidationOutcome.Refused> danger = validations.danger(file);
        if (danger.isPresent()) {
            throw new Fault(
                    SealFault.DANGEROUS,
                    pages.view(request)
                            .word(
                                    "validation.refusal." + danger.get().why().code(),
                                    danger.get().facts().toArray()));
        }
        if (validations.remarks(file).stream().anyMatch(SealsApi::isActive)) {
            throw new Fault(SealFault.ACTIVE);
        }
    }

    static boolean isActive(Remark remark) {
        return remark.kind() == Remark.Kind.PDF_SCRIPT
                || remark.kind() == Remark.Kind.PDF_LAUNCH
                || remark.kind() == Remark.Kind.PDF_DYNAMIC;
    }

    private static <E extends Enum<E>> Optional<E> one(
            Submission sent, String name, E[] all, Function<E, String> code) {
        String text = text(sent, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(all)
                        .filter(each -> code.apply(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Fault(SealFault.WRONG_PARAMETER, name)));
    }

    /** From the address or from a part: a program may send either. */
    private static String text(Submission sent, String name) {
        return sent.values(name).stream().findFirst().orElse("").strip();
    }

    private static ResponseEntity<byte[]> answer(Seals.Sealed sealed) {
        Seal seal = sealed.seal();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sealed.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Danaya-Seal", seal.id().toString())
                .header("Danaya-Seal-Format", seal.form().code())
                .header("Danaya-Seal-Level", seal.level().code())
                .header(
                        "Content-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(seal.after()) + ":")
                .body(sealed.file().bytes());
    }
}
