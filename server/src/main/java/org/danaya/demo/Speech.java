package org.danaya.demo;

/** An official position: drafted, validated by another person, signed by who may speak, published. */
final class Speech {

    static final String SUBJECT = "Qui parle au forum (exemple)";
    private static final String CONSOLE = "/console/official-positions";

    private Speech() {}

    /** The path of its public page. */
    static String play(Cast cast) {
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
                .press("Signer")
                .press("Signer avec ma clé d’accès");
        Waiting.until(SUBJECT, () -> correspondent.go("/positions").sees(SUBJECT));
        return correspondent.press(SUBJECT).must("en vigueur").path();
    }
}
