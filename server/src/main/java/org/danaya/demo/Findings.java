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
        found(by("demo.found.letter", Mission.MEMBER), VALID, outside.dropped(letter));
        found(terminal.word("demo.found.letter-offline"), VALID, outside.offline(letter));
        found(terminal.word("demo.found.altered"), FORGED, outside.dropped(altered));
        found(terminal.word("demo.found.altered-offline"), FORGED, outside.offline(altered));
    }

    /** Codes, as a phone's keyboard gives them. */
    void codes(Outside outside, String member, String calledBack) {
        found(by("demo.found.code", Mission.MEMBER), VALID, outside.typed(member));
        found(by("demo.found.revoked", Mission.CALLED_BACK), REVOKED, outside.typed(calledBack));
    }

    /** The code of somebody who lost a power and kept the others. */
    void limited(Outside outside, String code) {
        found(by("demo.found.limited", Mission.LIMITED), VALID, outside.typed(code));
        found(by("demo.found.lost", Mission.LIMITED), false, outside.holds(code, "S_EXPRIMER"));
    }

    /** The letter of somebody who was called back, without a network. */
    void calledBack(Outside outside, Path letter) {
        found(
                by("demo.found.revoked-offline", Mission.CALLED_BACK),
                REVOKED,
                outside.offlineSoon(letter, REVOKED));
    }

    /** The proof that a mandate was signed in public. */
    void proof(Outside outside, String member, Path proof) {
        found(by("demo.found.proof", Mission.MEMBER), true, outside.proves(member, proof));
    }

    /** Names, as a journalist asks for them. */
    void names(Outside outside, long delegation, String member, String outsider) {
        found(by("demo.found.member", member), true, outside.isMember(delegation, member));
        found(by("demo.found.outsider", outsider), false, outside.isMember(delegation, outsider));
    }

    /** The code of an official position. */
    void position(Outside outside, String code) {
        found(terminal.word("demo.found.position"), VALID, outside.typed(code));
    }

    /** A signed document. */
    void document(Outside outside, Path signed) {
        found(terminal.word("demo.found.document"), true, outside.validates(signed));
    }

    /** The strategy: nothing without its answer or its cause, nothing told that is confidential. */
    void strategy(Strategy strategy, Cast cast, Ministries ministries, Outside outside) {
        Ministries.Ministry one = ministries.all().getFirst();
        found(terminal.word("demo.found.held-back"), true, strategy.heldBack());
        found(terminal.word("demo.found.explained"), true, strategy.explained(cast));
        found(terminal.word("demo.found.answered"), true, strategy.answered(ministries));
        found(terminal.word("demo.found.examined"), true, outside.examined(strategy.proof(one)));
        found(terminal.word("demo.found.leaks"), false, strategy.leaks(one));
        found(terminal.word("demo.found.told"), true, strategy.told(one));
        found(
                terminal.word("demo.found.signed-text"),
                true,
                outside.validates(outside.text(strategy.slug())));
    }

    private String by(String what, String name) {
        return terminal.word(what, name);
    }

    private void found(String what, boolean expected, boolean found) {
        tell(what, expected == found, answer(expected), answer(found));
    }

    private void found(String what, String expected, String found) {
        tell(what, expected.equals(found), verdict(expected), verdict(found));
    }

    private String answer(boolean yes) {
        return terminal.word(yes ? "demo.yes" : "demo.no");
    }

    /** A verdict as people read it, beside its code. */
    private String verdict(String code) {
        return switch (code) {
            case VALID -> terminal.word("demo.verdict.valid", code);
            case REVOKED -> terminal.word("demo.verdict.revoked", code);
            case FORGED -> terminal.word("demo.verdict.forged", code);
            default -> code;
        };
    }

    private void tell(String what, boolean same, String expected, String found) {
        right.add(same);
        if (same) {
            terminal.say("demo.right", what, found);
        } else {
            terminal.say("demo.wrong", what, found, expected);
        }
    }
}
