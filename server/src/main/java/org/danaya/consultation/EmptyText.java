package org.danaya.consultation;

import org.danaya.text.akn.Element;

/** A text of which only the title is written. */
final class EmptyText {

    private EmptyText() {}

    static Element of(Dossier dossier) {
        return Element.of(
                "akomaNtoso",
                Element.of(
                                "doc",
                                Element.of(
                                        "preface",
                                        Element.of("p", Element.of("docTitle", dossier.title()))),
                                Element.of("mainBody", Element.of("p")))
                        .with("name", dossier.kind().word()));
    }
}
