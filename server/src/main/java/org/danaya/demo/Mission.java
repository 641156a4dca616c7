package org.danaya.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.jsoup.nodes.Element;

/**
 * The official delegation to a forum: constituted by one person, approved by another, signed by the
 * minister, in force once it is in the public log.
 *
 * @param path of its page in the console
 * @param number under which the public finds it
 * @param places the pages of its members' mandates, by their names
 */
record Mission(String path, long number, Map<String, String> places) {

    static final String FORUM =
            "Forum international sur les technologies de l’information (exemple)";
    private static final Pattern NUMBER = Pattern.compile("D-(\\d+)");

    /** Somebody who goes: a name, the structure and what they are there. */
    private record Goer(String given, String structure, String function) {

        String name() {
            return given + " " + Cast.FAMILY;
        }
    }

    /** The six structures of the second report, one member each. */
    private static final List<Goer> MEMBERS =
            List.of(
                    new Goer("Awa", "complexe-numerique", "Ingénieure réseaux (exemple)"),
                    new Goer("Bakary", "certification-signature", "Ingénieur sécurité (exemple)"),
                    new Goer("Coumba", "agetic", "Cheffe de projet (exemple)"),
                    new Goer("Djibril", "appui-informatisation", "Analyste (exemple)"),
                    new Goer("Fanta", "smtd", "Ingénieure télécoms (exemple)"),
                    new Goer("Gaoussou", "amrtp", "Juriste (exemple)"));

    /** A member like any other. */
    static final String MEMBER = MEMBERS.getFirst().name();

    /** The member who loses one power. */
    static final String LIMITED = MEMBERS.get(4).name();

    /** The member who is called back. */
    static final String CALLED_BACK = MEMBERS.get(3).name();

    static Mission play(Stage stage, Cast cast) {
        Visitor correspondent = cast.correspondent();
        correspondent
                .go("/console/mandates/delegations/new")
                .press("Ministre")
                .type("event", FORUM)
                .type("event-en", "International forum on information technologies (example)")
                .type("organiser", "Organisateur d’exemple")
                .type("place", "Genève (exemple)")
                .type("country", "CH")
                .type("from", stage.today().toString())
                .type("last", stage.today().plusDays(4).toString())
                .type("languages", "fr, en")
                .type("basis", "Ordre de mission (exemple)")
                .submit();
        String path = correspondent.path();
        leader(correspondent, path);
        MEMBERS.forEach(goer -> add(correspondent, path, goer));
        cast.approver().go(path + "/approve").press("Approuver");
        cast.minister().go("/account/mandates").tickAll("m").submit().press("Signer");
        Waiting.until(FORUM, () -> correspondent.go(path).sees("En mission"));
        return new Mission(path, number(correspondent), places(correspondent));
    }

    /** A member's power is taken away, and another member is called back. */
    void change(Cast cast) {
        cast.security()
                .go(place(LIMITED) + "/revoke")
                .choose("what", "speak")
                .type("reason", "Recentrage de la mission (exemple)")
                .submit()
                .submit();
        cast.security()
                .go(place(CALLED_BACK) + "/revoke")
                .choose("what", "whole")
                .type("reason", "Rappel (exemple)")
                .submit()
                .submit();
    }

    /** The page of a member's mandate. */
    String place(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    /** The short code of a member's mandate, as officers see it. */
    String code(Cast cast, String name) {
        return cast.officer().go(place(name)).code();
    }

    /** The letter that a member carries, once it is made. */
    byte[] letter(Cast cast, String name) {
        Visitor officer = cast.officer();
        String letters = place(name) + "/letters";
        Waiting.until(
                letters,
                () -> officer.go(letters).page().selectFirst("main li a[href*=/letters/]") != null);
        return officer.download(officer.first("main li a[href*=/letters/]").attr("href"));
    }

    private static void leader(Visitor correspondent, String path) {
        correspondent
                .go(path + "/add?q=" + Cast.HEAD)
                .press("Conseill")
                .only("powers", "sign", "represent", "speak", "negotiate")
                .submit();
    }

    private static void add(Visitor correspondent, String path, Goer goer) {
        correspondent
                .go(path + "/add?q=" + goer.given())
                .press(goer.name())
                .type("function", goer.function())
                .type("home", goer.structure())
                .only("powers", "represent", "speak")
                .submit();
    }

    private static long number(Visitor correspondent) {
        Matcher number = NUMBER.matcher(correspondent.text());
        if (!number.find()) {
            throw new Fault(DemoFault.LOST, correspondent.path(), "D-…");
        }
        return Long.parseLong(number.group(1));
    }

    private static Map<String, String> places(Visitor correspondent) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Element link : correspondent.page().select("main a[href^=/console/mandates/]")) {
            places.putIfAbsent(link.text(), link.attr("href"));
        }
        return places;
    }
}
