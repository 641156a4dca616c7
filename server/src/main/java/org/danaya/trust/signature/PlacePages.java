package org.danaya.trust.signature;

import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a signature shows: the page's picture is a button that tells where it was touched, so that
 * it needs no script; a list of corners does the same by keyboard.
 */
@Controller
class PlacePages {

    private final SigningRequests requests;

    PlacePages(SigningRequests requests) {
        this.requests = requests;
    }

    @SignedIn
    @GetMapping(SigningPages.ONE + "/place")
    Answer placing(@PathVariable String id, Query query) {
        SigningRequest request = requests.get(SigningPages.id(id), Actor.self());
        SigningDocument document =
                SigningPages.pdf(request).orElseThrow(() -> SigningPages.unknown());
        Signer signer = signer(request, query.text("signer"));
        int page = query.number("page", 1, document.pages(), document.pages());
        return Page.of(
                "signature/place",
                new SigningViews.Placing(
                        request,
                        document,
                        signer,
                        page,
                        query.text("size").equals("large") ? 640 : 320,
                        Form.of("signature.place", Corner.FIELD)));
    }

    @SignedIn
    @PostMapping(SigningPages.ONE + "/place")
    Answer place(@PathVariable String id, Submission sent) {
        SigningRequest request = requests.get(SigningPages.id(id), Actor.self());
        SigningDocument document =
                SigningPages.pdf(request).orElseThrow(() -> SigningPages.unknown());
        UUID signer = SigningPages.id(SigningPages.one(sent, "signer"));
        int page = Math.clamp(number(SigningPages.one(sent, "page")), 1, document.pages());
        Form form = Form.of("signature.place", Corner.FIELD).read(sent);
        Optional<Signer.Spot> touched = Spots.of(sent, page, requests.content(document));
        if (touched.isEmpty() && form.wrong()) {
            // Nothing was chosen: also the picture, when it is pressed by a key, names no place.
            return Page.of(
                            "signature/place",
                            new SigningViews.Placing(
                                    request,
                                    document,
                                    signer(request, signer.toString()),
                                    page,
                                    320,
                                    form))
                    .status(422);
        }
        Optional<Signer.Spot> spot =
                touched.or(
                        () ->
                                form.find(Corner.FIELD)
                                        .filter(corner -> corner != Corner.NOWHERE)
                                        .map(
                                                corner ->
                                                        Spots.corner(
                                                                corner,
                                                                page,
                                                                requests.content(document))));
        requests.place(request.id(), Actor.self(), signer, spot);
        return Redirect.to(SigningPages.path(request.id()))
                .saying(
                        Notice.done(
                                spot.isPresent()
                                        ? "signature.placed"
                                        : "signature.placed.nowhere"));
    }

    @SignedIn
    @GetMapping(SigningPages.ONE + "/page/{page}")
    Answer picture(@PathVariable String id, @PathVariable int page, Query query) {
        SigningRequest request = requests.get(SigningPages.id(id), Actor.self());
        SigningDocument document =
                SigningPages.pdf(request).orElseThrow(() -> SigningPages.unknown());
        if (page < 1 || page > document.pages()) {
            throw SigningPages.unknown();
        }
        int width = query.number("width", 100, 1_400, 640);
        byte[] png =
                Documents.picture(
                        requests.content(document),
                        page,
                        width,
                        request.signers().stream()
                                .filter(s -> !(s.state() instanceof Signer.State.Signed))
                                .flatMap(s -> s.spot().stream())
                                .filter(spot -> spot.page() == page)
                                .toList());
        return new Download("page.png", "image/png", (_, out) -> out.write(png));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 1;
    }

    private static Signer signer(SigningRequest request, String id) {
        return request.signers().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> SigningPages.unknown());
    }

    /** Where a signature shows, for whom a picture is no help. */
    enum Corner {
        BOTTOM_RIGHT,
        BOTTOM_LEFT,
        TOP_RIGHT,
        TOP_LEFT,
        MIDDLE,
        NOWHERE;

        static final Field<Corner> FIELD =
                Field.choice("corner", Corner.class, "signature.corner").radios();
    }
}
