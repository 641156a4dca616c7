package org.danaya.mandates.credential;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.letter.LetterPages;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Open;
import org.danaya.page.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A mandate's credential, for its bearer alone; and what wallets and verifiers need of it. */
@Controller
class CredentialPages {

    private static final String ONE = LetterPages.MANDATE + "{id}/credential";
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Credentials credentials;
    private final Mandates mandates;
    private final Accounts accounts;

    CredentialPages(Credentials credentials, Mandates mandates, Accounts accounts) {
        this.credentials = credentials;
        this.mandates = mandates;
        this.accounts = accounts;
    }

    @SignedIn
    @PostMapping(ONE)
    Answer download(@PathVariable String id) {
        Known known = mandates.register().get(Ids.read(id).orElseThrow(CredentialPages::unknown));
        if (!accounts.get(Actor.self()).owner().person().equals(known.head().terms().person())) {
            throw unknown();
        }
        byte[] credential = credentials.issue(known).getBytes(StandardCharsets.US_ASCII);
        return new Download(
                "mandate-" + known.head().number() + ".sd-jwt",
                "application/" + Credentials.TYPE,
                (_, out) -> out.write(credential));
    }

    @Open
    @GetMapping("/.well-known/jwt-vc-issuer")
    ResponseEntity<Map<String, Object>> issuer() {
        return json(credentials.issuer());
    }

    @Open
    @GetMapping(Credentials.TYPE_PATH)
    ResponseEntity<Map<String, Object>> type() {
        return json(credentials.type());
    }

    private static ResponseEntity<Map<String, Object>> json(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header("Access-Control-Allow-Origin", "*")
                .body(body);
    }

    private static Fault unknown() {
        return new Fault(MandateFault.UNKNOWN);
    }
}
