package org.danaya.demo;

/** Who holds which position, and what goes with it. */
final class Appointments {

    private static final String ACT = "Décret (exemple)";

    private Appointments() {}

    static void play(Stage stage, Cast cast) {
        appoint(stage, cast.administrator(), "Ministre", Cast.MINISTER, "feminine");
        appoint(stage, cast.administrator(), "Conseill", Cast.HEAD, "masculine");
        office(stage, cast);
    }

    private static void appoint(
            Stage stage, Visitor administrator, String title, String given, String form) {
        administrator
                .go("/console/structures?q=Modernisation")
                .press("Modernisation de l’Administration")
                .press(title);
        administrator
                .go(administrator.path() + "/appoint?q=" + given)
                .press(given + " " + Cast.FAMILY)
                .choose("capacity", "holder")
                .choose("form", form)
                .type("from", stage.today().minusMonths(1).toString())
                .type("act", ACT)
                .submit()
                .press("Enregistrer");
    }

    /** What a minister's position lets its holder do: one person asks, another records. */
    private static void office(Stage stage, Cast cast) {
        Visitor correspondent = cast.correspondent();
        correspondent
                .go("/console/mandates/offices/new?q=Modernisation")
                .press("Ministre")
                .choose("powers", "sign")
                .choose("powers", "represent")
                .choose("powers", "speak")
                .choose("powers", "negotiate")
                .choose("powers", "submit-observation")
                .type("from", stage.today().minusMonths(1).toString())
                .type("last", stage.today().plusYears(4).toString())
                .type("basis", ACT)
                .type("depth", "1")
                .submit()
                .press("Proposer");
        cast.approver().go(correspondent.path()).press("Enregistrer avec ma clé d’accès");
    }
}
