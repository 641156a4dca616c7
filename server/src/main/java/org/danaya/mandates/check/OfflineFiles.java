package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.log.PublicLog;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.store.Store;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.Parsed;
import org.danaya.verify.Strict;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.VerifierFile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page that works without a network is made of: its service worker, and the published
 * anchor and snapshot under the page's own origin, since its policy lets it ask no other.
 */
@RestController
class OfflineFiles {

    private static final List<String> ASSETS =
            List.of(
                    "mark.svg",
                    "verify.css",
                    "verify-alone.css",
                    "verify.js",
                    "verify-check.js",
                    "verify-words.js",
                    "verify-sentences.js",
                    "verify-page.js");

    private static final String ANCHOR = "anchor.json";
    private static final String SNAPSHOT = "snapshot.cbor";
    private static final int MOST_ALONE = 300 << 10;

    private final Path published;
    private final PublicLog log;
    private final Pages pages;
    private final String template;

    OfflineFiles(Store store, PublicLog log, Pages pages) throws IOException {
        this.published = store.home().published().resolve("mandates");
        this.log = log;
        this.pages = pages;
        this.template =
                new ClassPathResource("check/worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    /** The worker, which changes with the files that it keeps. */
    @Open
    @GetMapping("/verify-worker.js")
    ResponseEntity<String> worker(HttpServletRequest request) {
        View view = pages.view(request);
        String files =
                Stream.concat(
                                Stream.of(CheckPages.PATH + "/offline"),
                                ASSETS.stream().map(view::asset))
                        .map(address -> '"' + address + '"')
                        .collect(Collectors.joining(", "));
        String version = Sha256.hexOf(files.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .body(
                        template.replace("@@files@@", files)
                                .replace("@@jsqr@@", view.asset("jsqr.js"))
                                .replace("@@version@@", version));
    }

    @Open
    @GetMapping(CheckPages.PATH + "/anchor.json")
    ResponseEntity<byte[]> anchor() {
        return file(ANCHOR, "application/json");
    }

    @Open
    @GetMapping(CheckPages.PATH + "/snapshot")
    ResponseEntity<byte[]> snapshot() {
        return file(SNAPSHOT, "application/cbor");
    }

    /**
     * The verifier as one file for a USB key, with the published anchor, and the snapshot while
     * both fit into 300 KB; a larger snapshot is put beside it.
     */
    @Open
    @GetMapping(CheckPages.PATH + "/" + VerifierFile.NAME)
    ResponseEntity<byte[]> alone() {
        Anchor anchor = taken(Anchor.parse(bytes(ANCHOR)));
        byte[] whole =
                VerifierFile.with(anchor, taken(Snapshot.read(bytes(SNAPSHOT))))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] file =
                whole.length <= MOST_ALONE
                        ? whole
                        : VerifierFile.with(anchor).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(VerifierFile.NAME)
                                .build()
                                .toString())
                .body(file);
    }

    private static <T> T taken(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value) -> value;
            case Parsed.Malformed<T> _ -> throw new Fault(PageFault.UNKNOWN);
        };
    }

    /** A proof that the log's tree of one size grew to that of another: a hash a line. */
    @Open
    @GetMapping(value = CheckPages.PATH + "/growth/{from}/{to}", produces = "text/plain")
    ResponseEntity<String> growth(@PathVariable long from, @PathVariable long to) {
        long size = log.latest().map(latest -> latest.checkpoint().size()).orElse(0L);
        if (from < 1 || from > to || to > size) {
            throw new Fault(PageFault.UNKNOWN);
        }
        return switch (TreeProver.of(to, log.source()).consistency(from)) {
            case Verdict.Valid<ConsistencyProof>(ConsistencyProof proof) ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                            .body(
                                    proof.path().stream()
                                            .map(hash -> Strict.base64(hash.toBytes()))
                                            .collect(Collectors.joining("\n")));
            case Verdict.Invalid<ConsistencyProof> _, Verdict.Unverifiable<ConsistencyProof> _ ->
                    throw new Fault(PageFault.UNKNOWN);
        };
    }

    private ResponseEntity<byte[]> file(String name, String type) {
        byte[] bytes = bytes(name);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(Sha256.hexOf(bytes).substring(0, 32))
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(published.resolve(name));
        } catch (NoSuchFileException e) {
            throw new Fault(e, PageFault.UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
