package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.store.Store;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

    private final Path published;
    private final Pages pages;
    private final String template;

    OfflineFiles(Store store, Pages pages) throws IOException {
        this.published = store.home().published().resolve("mandates");
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
        return file("anchor.json", "application/json");
    }

    @Open
    @GetMapping(CheckPages.PATH + "/snapshot")
    ResponseEntity<byte[]> snapshot() {
        return file("snapshot.cbor", "application/cbor");
    }

    private ResponseEntity<byte[]> file(String name, String type) {
        try {
            byte[] bytes = Files.readAllBytes(published.resolve(name));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .contentType(MediaType.parseMediaType(type))
                    .body(bytes);
        } catch (NoSuchFileException e) {
            throw new Fault(e, PageFault.UNKNOWN);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
