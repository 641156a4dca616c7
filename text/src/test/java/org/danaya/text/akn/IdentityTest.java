package org.danaya.text.akn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final Identity OURS =
            new Identity(
                    "ml",
                    "strategie",
                    "exemple",
                    LocalDate.of(2025, 1, 6),
                    2,
                    LocalDate.of(2025, 7, 1),
                    "structure-1",
                    "Ministère (exemple)",
                    "fra");

    @Test
    void aDocumentFromElsewhereTakesOurNamesAndKeepsTheRest() {
        Element theirs =
                Element.of(
                        "akomaNtoso",
                        Element.of(
                                "act",
                                Element.of(
                                        "meta",
                                        Element.of("identification", Element.of("FRBRWork")),
                                        Element.of("lifecycle"),
                                        Element.of(
                                                "references",
                                                Element.of("TLCPerson").with("eId", "p"),
                                                Element.of("TLCRole").with("eId", "author")),
                                        Element.of("notes")),
                                Element.of("body", Element.of("p", "words"))));
        Element applied = OURS.applied(theirs);
        Element meta = applied.all().filter(e -> e.tag().equals("meta")).findFirst().orElseThrow();
        assertEquals(
                List.of("identification", "lifecycle", "references", "notes"),
                meta.elements().map(Element::tag).toList());
        assertEquals(
                List.of("structure-1", "author", "p"),
                meta.first("references").orElseThrow().elements().map(Element::eId).toList());
        assertEquals(
                "words",
                applied.all()
                        .filter(e -> e.tag().equals("body"))
                        .findFirst()
                        .orElseThrow()
                        .words());
    }
}
