package org.danaya.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.danaya.page.Terminal;

/** What was found from the outside, beside what should be found. */
final class Findings {

    private static final String VALID = "VALIDE";
    private static final String REVOKED = "REVOQUE";
    private static final String FORGED = "INCONNU_OU_FALSIFIE";

    private final List<Boolean> right = new ArrayList<>();
    private final Terminal terminal;

    Findings(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether all was as it should be. */
    boolean areAsExpected() {
        return !right.isEmpty() && right.stream().allMatch(each -> each);
    }

    /** A member's letter, and the same letter with one byte changed. */
    void letters(Outside outside, Path letter, Path altered) {
        found("demo.found.letter", VALID, outside.dropped(letter));
        found("demo.found.letter-offline", VALID, outside.offline(letter));
        found("demo.found.altered", FORGED, outside.dropped(altered));
        found("demo.found.altered-offline", FORGED, outside.offline(altered));
    }

    /** Codes, as a phone's keyboard gives them. */
    void codes(Outside outside, String member, String calledBack) {
        found("demo.found.code", VALID, outside.typed(member));
        found("demo.found.revoked", REVOKED, outside.typed(calledBack));
    }

    /** The code of somebody who lost a power and kept the others. */
    void limited(Outside outside, String code) {
        found("demo.found.limited", VALID, outside.typed(code));
        found("demo.found.lost", false, outside.holds(code, "S_EXPRIMER"));
    }

    /** The letter of somebody who was called back, without a network. */
    void calledBack(Outside outside, Path letter) {
        found("demo.found.revoked-offline", REVOKED, outside.offlineSoon(letter, REVOKED));
    }

    /** The proof that a mandate was signed in public. */
    void proof(Outside outside, String member, Path proof) {
        found("demo.found.proof", true, outside.proves(member, proof));
    }

    /** Names, as a journalist asks for them. */
    void names(Outside outside, long delegation, String member, String outsider) {
        found("demo.found.member", true, outside.isMember(delegation, member));
        found("demo.found.outsider", false, outside.isMember(delegation, outsider));
    }

    /** The code of an official position. */
    void position(Outside outside, String code) {
        found("demo.found.position", VALID, outside.typed(code));
    }

    /** A signed document. */
    void document(Outside outside, Path signed) {
        found("demo.found.document", true, outside.validates(signed));
    }

    private void found(String what, boolean expected, boolean found) {
        found(
                what,
                terminal.word(expected ? "demo.yes" : "demo.no"),
                terminal.word(found ? "demo.yes" : "demo.no"));
    }

    private void found(String what, String expected, String found) {
        boolean same = expected.equals(found);
        right.add(same);
        if (same) {
            terminal.say("demo.right", terminal.word(what), found);
        } else {
            terminal.say("demo.wrong", terminal.word(what), found, expected);
        }
    }
}
