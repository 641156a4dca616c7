package org.danaya.trust.signature;

import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName.Held;

/**
 * In whose name something is signed.
 *
 * @param basis what that rests on
 * @param role the function that the signature claims, with the structure and the basis, in French
 */
public record SignedFor(Basis basis, String role) {

    /** In an address: a person's own name. */
    static final String OWN = "own";

    /**
     * The office or mandate that an address has.
     *
     * @return nothing for the person's own name
     * @throws Fault {@link SignatureFault#NOT_IN_NAME}
     */
    static Optional<UUID> chosen(String text) {
        return text.isEmpty() || text.equals(OWN)
                ? Optional.empty()
                : Optional.of(
                        Ids.read(text).orElseThrow(() -> new Fault(SignatureFault.NOT_IN_NAME)));
    }

    /** By something that a person holds. */
    public static SignedFor of(Words words, Held held) {
        return of(words, held.basis(), held.structureName(), held.function());
    }

    /**
     * By virtue of something.
     *
     * @param structure its name
     * @param function as what the person acts
     */
    public static SignedFor of(Words words, Basis basis, String structure, String function) {
        return new SignedFor(
                basis,
                switch (basis) {
                    case Basis.Office _ ->
                            words.say(
                                    Language.FRENCH, "signature.role.office", function, structure);
                    case Basis.Mandate mandate ->
                            words.say(
                                    Language.FRENCH,
                                    "signature.role.mandate",
                                    function,
                                    structure,
                                    Long.toString(mandate.number()));
                });
    }

    /** From the two columns that keep it. */
    public static Optional<SignedFor> read(String basis, String role) {
        return Basis.read(basis).map(read -> new SignedFor(read, role));
    }

    /** The column of the basis; empty for nothing. */
    public static String basis(Optional<SignedFor> name) {
        return name.map(each -> each.basis().column()).orElse(Basis.NONE);
    }

    /** The column of the words; empty for nothing. */
    public static String role(Optional<SignedFor> name) {
        return name.map(SignedFor::role).orElse("");
    }

    /** What a statement or a leaf says of it: lines, or nothing. */
    public static String lines(Optional<SignedFor> name) {
        return name.map(each -> each.basis().text("basis")).orElse("");
    }
}
