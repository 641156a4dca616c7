package org.danaya.demo;

import java.util.List;
import org.danaya.access.Role;

/**
 * The ministries that are asked for their observations, each with somebody who writes and hands in
 * under the powers of their position.
 */
final class Ministries implements AutoCloseable {

    private static final String TITLE = "Secrétaire";
    private static final String ACT = "Décret (exemple)";

    private final List<Ministry> all;

    /**
     * One of them.
     *
     * @param identifier of the structure
     * @param given the first name of who writes for it
     * @param form grammatical
     */
    record Ministry(String identifier, String given, String form, Visitor visitor) {}

    Ministries(Stage stage, Cast cast) {
        all =
                List.of(
                        new Ministry(
                                "ministere-administration-territoriale",
                                "Hawa",
                                "feminine",
                                stage.visitor()),
                        new Ministry("ministere-justice", "Nana", "feminine", stage.visitor()),
                        new Ministry("ministere-securite", "Modibo", "masculine", stage.visitor()),
                        new Ministry(
                                "ministere-defense", "Tiécoura", "masculine", stage.visitor()));
        for (Ministry each : all) {
            cast.invite(each.visitor(), each.given(), Role.CORRESPONDENT, each.identifier());
            appoint(stage, cast, each);
            office(stage, cast, each);
        }
    }

    List<Ministry> all() {
        return all;
    }

    /** Their identifiers, a line each. */
    String identifiers() {
        return String.join("\n", all.stream().map(Ministry::identifier).toList());
    }

    @Override
    public void close() {
        all.forEach(each -> each.visitor().close());
    }

    private static void appoint(Stage stage, Cast cast, Ministry ministry) {
        Visitor administrator = cast.administrator();
        administrator.go("/console/structures?q=" + ministry.identifier());
        administrator.go(administrator.first("main td a[href^=/console/structures/]").attr("href"));
        administrator.press(TITLE);
        administrator
                .go(administrator.path() + "/appoint?q=" + ministry.given())
                .press(ministry.given() + " " + Cast.FAMILY)
                .choose("capacity", "holder")
                .choose("form", ministry.form())
                .type("from", stage.today().minusMonths(1).toString())
                .type("act", ACT)
                .submit()
                .press("Enregistrer");
    }

    /** What the position lets its holder do: one person asks, another records. */
    private static void office(Stage stage, Cast cast, Ministry ministry) {
        Visitor asks = ministry.visitor();
        asks.go("/console/mandates/offices/new?q=" + ministry.identifier())
                .press(TITLE)
                .choose("powers", "submit-observation")
                .type("from", stage.today().minusMonths(1).toString())
                .type("last", stage.today().plusYears(4).toString())
                .type("basis", ACT)
                .type("depth", "0")
                .submit()
                .press("Proposer");
        cast.approver().go(asks.path()).press("Enregistrer avec ma clé d’accès");
    }
}
