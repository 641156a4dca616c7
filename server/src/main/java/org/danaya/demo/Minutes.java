package org.danaya.demo;

import java.util.List;

/**
 * What a session about a text decided. One person writes the minutes, another approves them.
 *
 * @param kind the code of what meets
 */
record Minutes(String kind, String title, List<String> decisions) {

    private static final String DISCUSSED = "Examen du texte (exemple)";

    /**
     * Writes them.
     *
     * @param version the page of the version that it is about
     * @return the page of the session
     */
    String write(Stage stage, Cast cast, String version) {
        Visitor writes = cast.head();
        writes.go(version + "/sessions/new")
                .choose("kind", kind)
                .type("title", title)
                .type("place", "Bamako (exemple)")
                .type("day", stage.today().toString())
                .type("from", "09:00")
                .type("until", "17:00")
                .type("agenda", DISCUSSED)
                .submit();
        String session = writes.path();
        for (String each : decisions) {
            writes.go(session + "/decisions/new").type("words", each).submit();
        }
        writes.go(session)
                .type("structure", Register.MINISTRY)
                .type("function", "Conseiller technique (exemple)")
                .choose("presence", "present")
                .submit();
        return session;
    }

    /** Another person approves the minutes, which are sealed then. */
    static void approve(Cast cast, String session) {
        cast.minister().go(session + "/close").submit();
    }

    /** All changes on the page come from its first decision. */
    void chosen(Visitor explains) {
        Visitor page = explains.choose("source", "decision");
        String decision =
                page.page().select("main [name=decision] option").stream()
                        .filter(each -> each.text().startsWith(title))
                        .findFirst()
                        .orElseThrow()
                        .val();
        page.choose("decision", decision).choose("scope", "all").submit();
    }
}
