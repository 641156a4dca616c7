package org.danaya.demo;

import java.util.List;

/** Certificates under four eyes: somebody asks, an officer examines, another person approves. */
final class Certificates {

    private static final List<String> PERSON = List.of("identity-document", "presence", "function");
    private static final List<String> STRUCTURE = List.of("structure", "representative");

    /** What the seal's certificate calls it. */
    private static final String SEAL = "Cachet du ministère (exemple)";

    private Certificates() {}

    static void play(Cast cast) {
        own(cast.minister(), "Ministre");
        issue(cast, Cast.MINISTER, PERSON);
        own(cast.head(), "Conseill");
        issue(cast, Cast.HEAD, PERSON);
        cast.correspondent()
                .go("/console/certificates/request")
                .press("Cachet d’une structure")
                .press("Modernisation de l’Administration")
                .type("common-name", SEAL)
                .submit()
                .press("Envoyer la demande");
        issue(cast, SEAL, STRUCTURE);
    }

    private static void own(Visitor holder, String position) {
        holder.go("/account/certificates/request").press(position).submit();
        holder.press("Envoyer la demande");
    }

    private static void issue(Cast cast, String whose, List<String> checks) {
        Visitor officer = cast.officer();
        officer.go("/console/certificates/requests").press(whose);
        String request = officer.path();
        checks.forEach(check -> officer.choose("check", check));
        officer.press("Enregistrer les vérifications").press("Préparer le certificat");
        cast.approver()
                .go(request)
                .press("Approuver avec ma clé d’accès")
                .must("Le certificat est émis");
    }
}
