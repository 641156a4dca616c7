package org.danaya.demo;

/**
 * An official position: drafted, validated by another person, signed by who may speak, published.
 *
 * @param path of its public page
 * @param code that finds it
 */
record Speech(String path, String code) {

    static final String SUBJECT = "Qui parle au forum (exemple)";
    private static final String CONSOLE = "/console/official-positions";

    static Speech play(Cast cast) {
        Visitor correspondent = cast.correspondent();
        correspondent
                .go(CONSOLE + "/new")
                .press("Modernisation de l’Administration")
                .choose("kind", "position")
                .type("subject-fr", SUBJECT)
                .type(
                        "text-fr",
                        "Exemple. Seuls les membres de la délégation officielle s’expriment au"
                                + " forum au nom du ministère. Chacun peut vérifier qui en fait"
                                + " partie.")
                .submit();
        cast.approver().go(correspondent.path() + "/approve").press("Valider avec ma clé d’accès");
        cast.minister()
                .go("/account/official-positions")
                .press(SUBJECT)
                .press("Relire et signer")
                .press("Signer avec ma clé d’accès");
        Waiting.until(SUBJECT, () -> correspondent.go("/positions").sees(SUBJECT));
        correspondent
                .go(correspondent.first("main td a[href^=/positions/]").attr("href"))
                .must(SUBJECT)
                .must("en vigueur");
        return new Speech(correspondent.path(), correspondent.code());
    }
}
