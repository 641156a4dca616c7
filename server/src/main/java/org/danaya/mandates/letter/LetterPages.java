package org.danaya.mandates.letter;

import java.util.List;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Page;
import org.danaya.page.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A mandate's letters, for the bearer and for the officers who may read the mandate. */
@Controller
public final class LetterPages {

    /** The page of a mandate's letters: between this and {@link #LETTERS} stands the mandate. */
    public static final String MANDATE = "/console/mandates/";

    /** The end of its address. */
    public static final String LETTERS = "/letters";

    private final Letters letters;
    private final Mandates mandates;
    private final Accounts accounts;

    LetterPages(Letters letters, Mandates mandates, Accounts accounts) {
        this.letters = letters;
        this.mandates = mandates;
        this.accounts = accounts;
    }

    /** The address of the page of a mandate's letters. */
    public static String path(UUID mandate) {
        return MANDATE + mandate + LETTERS;
    }

    /**
     * What the page shows.
     *
     * @param letters none while they are being made
     * @param state the code of what the mandate comes to
     * @param wallet whether its bearer looks, who may have it for a wallet
     */
    public record Shown(Mandate.Head head, String state, List<Letter> letters, boolean wallet) {

        /** Whether one of them is a draft. */
        public boolean draft() {
            return letters.stream().anyMatch(Letter::draft);
        }

        /** The address of a letter. */
        public String path(Letter letter) {
            return LetterPages.path(head.id()) + "/" + letter.edition().code();
        }
    }

    @SignedIn
    @GetMapping(MANDATE + "{id}" + LETTERS)
    Answer show(@PathVariable String id) {
        Known known = mine(id);
        return Page.of(
                "mandates/letters",
                new Shown(
                        known.head(),
                        known.code(),
                        letters.of(known.mandate().id()),
                        isBearer(known) && known.stands()));
    }

    @SignedIn
    @GetMapping(MANDATE + "{id}" + LETTERS + "/{edition}")
    Answer download(@PathVariable String id, @PathVariable String edition) {
        Known known = mine(id);
        Edition asked = Edition.of(edition).orElseThrow(LetterPages::unknown);
        byte[] pdf = letters.content(known.mandate().id(), asked).orElseThrow(LetterPages::unknown);
        return new Download(
                Letters.filename(known.head(), asked),
                "application/pdf",
                (_, out) -> out.write(pdf));
    }

    /** The mandate, for its bearer or an officer; for anybody else there is none. */
    private Known mine(String id) {
        Known known = mandates.register().get(Ids.read(id).orElseThrow(LetterPages::unknown));
        if (!isBearer(known)
                && !Rights.current().hold(Right.READ_MANDATES, known.head().terms().structure())) {
            throw unknown();
        }
        return known;
    }

    private boolean isBearer(Known known) {
        return accounts.get(Actor.self()).owner().person().equals(known.head().terms().person());
    }

    private static Fault unknown() {
        return new Fault(MandateFault.UNKNOWN);
    }
}
