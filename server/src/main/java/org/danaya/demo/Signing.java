package org.danaya.demo;

import java.util.List;

/** The head of the delegation signs a document under her mandate, and anybody validates it. */
final class Signing {

    private static final String NAME = "note-de-position.pdf";

    private Signing() {}

    /** The signed file. */
    static byte[] play(Cast cast) {
        Visitor head = cast.head();
        head.go("/console/signatures/new")
                .upload(
                        "file",
                        NAME,
                        ExamplePdf.of(
                                List.of(
                                        "Note technique (exemple)",
                                        "Document invent\u00e9 pour la d\u00e9monstration.")))
                .submit();
        String request = head.path();
        head.press("Signer maintenant").mark("comme Conseiller technique").submit();
        head.press("Signer avec ma clé d’accès");
        Waiting.until(NAME, () -> head.go(request).sees("Signé par tous"));
        return head.download(head.first("main .actions a[download]").attr("href"));
    }
}
