package org.danaya.text.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarReaderTest {

    private static final String ELEMENTS = "\nelement b c d = empty\nelement x = empty\n";

    private static Model model(String content) {
        Grammar grammar = GrammarReader.read("element a = " + content + ELEMENTS);
        Declaration a = grammar.find("a");
        if (a == null) {
            throw new AssertionError();
        }
        return a.model();
    }

    /** Whether an element may hold these, each a letter: b is number 1, c is 2, d is 3. */
    private static boolean holds(String content, String children) {
        Model model = model(content);
        int state = 0;
        for (int at = 0; at < children.length() && state >= 0; at++) {
            state = model.next(state, children.charAt(at) - 'a');
        }
        return state >= 0 && model.mayEnd(state);
    }

    @Test
    void sequencesChoicesAndRepetitionsAreWhatTheNotationSays() {
        assertTrue(holds("b, c?, d*", "b"));
        assertTrue(holds("b, c?, d*", "bcddd"));
        assertFalse(holds("b, c?, d*", "bccd"));
        assertFalse(holds("b, c?, d*", ""));
        assertTrue(holds("(b | c)+, d", "bcbd"));
        assertFalse(holds("(b | c)+, d", "d"));
        assertTrue(holds("((b, c) | d)*", "bcdbc"));
        assertFalse(holds("((b, c) | d)*", "bd"));
        assertTrue(holds("empty", ""));
        assertTrue(model("empty").empty());
        assertFalse(model("mixed b*").empty());
        assertTrue(model("mixed b*").mixed());
    }

    @Test
    void whatComesAfterAnOmissionIsFoundAgain() {
        Model model = model("b, c, d");
        assertEquals(-1, model.next(0, 3));
        assertTrue(model.mayEnd(model.recover(0, 3)));
        assertEquals(0, model.recover(0, 0));
    }

    @Test
    void aGrammarThatIsNoneIsRefused() {
        for (String bad :
                List.of(
                        "(b, c) | (b, d)",
                        "b?, b",
                        "b*, b",
                        "nothing",
                        "%nothing",
                        "(b",
                        "b c",
                        "b @ x nothing",
                        "b @ x string y string",
                        "b @ x")) {
            assertThrows(IllegalStateException.class, () -> model(bad), bad);
        }
        assertThrows(
                IllegalStateException.class,
                () -> GrammarReader.read("group g = a\ngroup g = a\nelement a = empty\n"));
    }

    @Test
    void typesAndAttributesAreReadWhereverTheyStand() {
        Grammar grammar =
                GrammarReader.read(
                        """
                        element a = (b | other-namespace)*
                            @ %two, z! kind
                        unique a: eId GUID
                        attributes two = *, x string, y numbers
                        type numbers = list of integer
                        type kind = { one two }
                        attributes xml = xml:id id
                        type to-b = uri to b
                        # a comment
                        element b = empty
                            @ to to-b
                        """);
        Declaration a = grammar.find("a");
        Declaration b = grammar.find("b");
        if (a == null || b == null) {
            throw new AssertionError();
        }
        assertTrue(a.others() && a.unique());
        assertFalse(b.others() || b.unique());
        assertEquals(List.of("z"), a.required().stream().map(Attribute::name).toList());
        Type numbers = a.attributes().get("y").type();
        assertTrue(numbers.admits().test(" 1  -2 ") && numbers.admits().test(""));
        assertFalse(numbers.admits().test("1 x"));
        assertEquals(List.of("one", "two"), a.attributes().get("z").type().expected());
        assertTrue(b.attributes().get("to").type().targets().contains("b"));
        assertEquals(List.of("b", "other-namespace"), grammar.names(a.model().expected(0)));
    }
}
