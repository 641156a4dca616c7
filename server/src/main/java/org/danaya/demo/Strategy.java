package org.danaya.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.danaya.base.Fault;
import org.jsoup.nodes.Element;

/**
 * The way of a national strategy, as the public story of 2020 to 2025 went: a draft out of studies,
 * validated technically, brought up to date, returned by the Council with recommendations, put
 * before the ministries and a workshop, taken note of as a written communication. The text, what
 * the ministries say of it and the minutes are invented.
 *
 * @param dossier its page in the console
 * @param slug under which the public finds it
 * @param versions the pages of its versions, by number
 * @param heldBack whether the last version could not be frozen before all was answered and
 *     explained
 */
record Strategy(String dossier, String slug, Map<Integer, String> versions, boolean heldBack) {

    static final String TITLE = "Stratégie nationale de cybersécurité (exemple inventé)";
    static final String REFERENCE = "Communiqué du Conseil des ministres (exemple)";

    private static final String CONSOLE = "/console/texts";
    private static final String OTHER_TEXT = "Projet de loi sur la cybersécurité (exemple)";

    /** Who drafts it. */
    private static Visitor drafter(Cast cast) {
        return cast.head();
    }

    /** Who moves it on its way. */
    private static Visitor minister(Cast cast) {
        return cast.minister();
    }

    static Strategy play(Stage stage, Cast cast, Ministries ministries) {
        Visitor drafter = drafter(cast);
        drafter.go(CONSOLE + "/new")
                .choose("kind", "strategy")
                .type("title", TITLE)
                .type("structure", Register.MINISTRY)
                .choose("language", "fra")
                .submit();
        Strategy strategy = new Strategy(drafter.path(), "", new TreeMap<>(), false);
        strategy.first(cast);
        strategy.second(stage, cast);
        strategy.third(stage, cast, ministries);
        boolean heldBack = strategy.fourth(stage, cast);
        return strategy.published(cast, heldBack);
    }

    /** The page of a version. */
    String version(int number) {
        String path = versions.get(number);
        if (path == null) {
            throw new Fault(DemoFault.LOST, dossier, number);
        }
        return path;
    }

    /** The draft that came out of studies, validated technically. */
    private void first(Cast cast) {
        imported(cast, 1);
        freeze(cast, 1);
        move(cast, 1, "validated");
    }

    /** Brought up to date by a meeting, sent to the Council, and returned with recommendations. */
    private void second(Stage stage, Cast cast) {
        Minutes update =
                new Minutes(
                        "interministerial",
                        "Réunion d’actualisation (exemple)",
                        List.of("Porter le texte à l’horizon suivant et l’actualiser."));
        imported(cast, 2);
        String minutes = update.write(stage, cast, version(2));
        explainAll(cast, 2, update);
        Minutes.approve(cast, minutes);
        freeze(cast, 2);
        List.of("validated", "sent", "on-agenda").forEach(stage2 -> move(cast, 2, stage2));
        minister(cast)
                .go(version(2) + "/move/returned")
                .type("reason", "Le Conseil recommande de revoir le texte (exemple).")
                .submit();
    }

    /** What the Council recommends is taken in; the ministries say what they think of it. */
    private void third(Stage stage, Cast cast, Ministries ministries) {
        Minutes council =
                new Minutes(
                        "council",
                        "Conseil des ministres, recommandations (exemple)",
                        List.of(
                                "Associer les départements ministériels et préciser la mise en"
                                        + " œuvre."));
        String minutes = council.write(stage, cast, version(2));
        Minutes.approve(cast, minutes);
        imported(cast, 3);
        explainAll(cast, 3, council);
        freeze(cast, 3);
        move(cast, 3, "in-consultation");
        drafter(cast)
                .go(version(3) + "/referrals/ask")
                .type("structures", ministries.identifiers())
                .choose("rhythm", "monday")
                .submit();
        ministries.all().forEach(Strategy::observe);
        move(cast, 3, "closed");
    }

    private static void observe(Ministries.Ministry ministry) {
        Visitor visitor = ministry.visitor();
        visitor.go("/account/texts").press(TITLE);
        String asked = visitor.path();
        for (Remark each : Remark.all()) {
            if (!each.structure().equals(ministry.identifier())) {
                continue;
            }
            visitor.go(asked + "/write")
                    .choose("part", each.on().isEmpty() ? "*" : part(visitor, "part", each.on()))
                    .choose("kind", each.kind())
                    .type("comment", each.comment())
                    .type("proposal", each.proposal());
            if (each.confidential()) {
                visitor.tickAll("confidential");
            }
            visitor.submit();
        }
        visitor.go(asked + "/submit").submit().must("observation");
    }

    /** The value of the choice whose words begin with the number of a provision. */
    private static String part(Visitor visitor, String field, String number) {
        for (Element option : visitor.page().select("main [name=" + field + "] option")) {
            String words = option.text().replace('\u00a0', ' ').strip();
            if (words.equals(number) || words.startsWith(number + " ")) {
                return option.val();
            }
        }
        throw new Fault(DemoFault.LOST, visitor.path(), number);
    }

    /** The workshop answers each of them; the text changes, each change with its cause. */
    private boolean fourth(Stage stage, Cast cast) {
        Minutes workshop =
                new Minutes(
                        "workshop",
                        "Atelier technique de juillet 2025 (exemple)",
                        List.of(
                                "Retenir la suite donnée à chaque observation et en rendre compte à chaque"
                                        + " département."));
        String minutes = workshop.write(stage, cast, version(3));
        List<Remark> remarks = Remark.all();
        remarks.forEach(each -> answer(cast, remarks, each));
        imported(cast, 4);
        boolean heldBack = minister(cast).go(version(4) + "/freeze").sees("empêche de figer");
        remarks.stream()
                .filter(each -> !each.changes().isEmpty())
                .forEach(each -> explain(cast, each));
        Minutes.approve(cast, minutes);
        freeze(cast, 4);
        List.of("validated", "sent", "on-agenda").forEach(to -> move(cast, 4, to));
        minister(cast)
                .go(version(4) + "/adopt")
                .choose("kind", "communication")
                .type("day", stage.today().toString())
                .type("reference", REFERENCE)
                .submit();
        return heldBack;
    }

    private void answer(Cast cast, List<Remark> all, Remark remark) {
        Visitor drafter = drafter(cast);
        drafter.go(version(3) + "/answers");
        String path =
                drafter.page().select("main a[href*=/answers/]").stream()
                        .filter(link -> link.text().endsWith(" " + remark.number()))
                        .findFirst()
                        .map(link -> link.attr("href"))
                        .orElseThrow(
                                () -> new Fault(DemoFault.LOST, drafter.path(), remark.number()));
        drafter.go(path).choose("answer", remark.answer()).type("reason", remark.reason());
        if (remark.answer().equals("duplicate")) {
            drafter.type("other", Integer.toString(remark.answeredFor(all).number()));
        }
        if (remark.answer().equals("postponed")) {
            drafter.type("target", OTHER_TEXT);
        }
        drafter.submit();
    }

    private void explain(Cast cast, Remark remark) {
        Visitor drafter = drafter(cast);
        drafter.go(version(4) + "/why");
        drafter.go(version(4) + "/why?part=" + part(drafter, "part", remark.changes()))
                .choose("source", "observation")
                .type("observation", Integer.toString(remark.number()))
                .choose("scope", "all")
                .submit();
    }

    private void explainAll(Cast cast, int number, Minutes minutes) {
        Visitor drafter = drafter(cast);
        drafter.go(version(number) + "/why");
        minutes.chosen(drafter);
    }

    private void imported(Cast cast, int number) {
        Visitor drafter = drafter(cast);
        String file = "v" + number + ".md";
        drafter.go(dossier + "/import")
                .upload("file", file, Register.file("strategy/" + file))
                .submit()
                .press("Créer la version");
        versions.put(number, drafter.path());
    }

    private void freeze(Cast cast, int number) {
        minister(cast)
                .go(version(number) + "/freeze")
                .press("Figer le texte")
                .must("Le texte est figé");
    }

    private void move(Cast cast, int number, String stage) {
        minister(cast).go(version(number) + "/move/" + stage).submit();
    }

    /** Whether every change of every version has its cause. */
    boolean explained(Cast cast) {
        return versions.keySet().stream()
                .filter(number -> number > 1)
                .allMatch(
                        number ->
                                drafter(cast)
                                        .go(version(number) + "/why?cause=gap")
                                        .page()
                                        .select("main li.row")
                                        .isEmpty());
    }

    /** Whether every ministry was told for good what became of all that it handed in. */
    boolean answered(Ministries ministries) {
        return ministries.all().stream()
                .allMatch(
                        each ->
                                proofs(each).size()
                                        == Remark.all().stream()
                                                .filter(
                                                        r ->
                                                                r.structure()
                                                                        .equals(each.identifier()))
                                                .count());
    }

    /** What proves to somebody else that an observation of a ministry was examined. */
    byte[] proof(Ministries.Ministry ministry) {
        return ministry.visitor().download(proofs(ministry).getFirst());
    }

    private static List<String> proofs(Ministries.Ministry ministry) {
        return answers(ministry).page().select("main a[href*=/proof/]").eachAttr("href");
    }

    private static Visitor answers(Ministries.Ministry ministry) {
        return ministry.visitor().go("/account/answers").press(TITLE);
    }

    /** Whether a ministry, or the public, reads confidential words of others. */
    boolean leaks(Ministries.Ministry ministry) {
        Visitor visitor = answers(ministry);
        StringBuilder told = new StringBuilder(visitor.text());
        for (String page : List.of("", "/answers/3", "/changes/4")) {
            told.append(visitor.go("/texts/" + slug + page).text());
        }
        return Remark.all().stream()
                .filter(Remark::confidential)
                .filter(each -> !each.structure().equals(ministry.identifier()))
                .anyMatch(each -> plain(told.toString()).contains(plain(each.comment())));
    }

    /** Whether everybody reads what was asked in the open, and why it was refused. */
    boolean told(Ministries.Ministry ministry) {
        String page = plain(ministry.visitor().go("/texts/" + slug + "/answers/3").text());
        return Remark.all().stream()
                .filter(each -> !each.confidential())
                .allMatch(
                        each ->
                                page.contains(plain(each.comment()))
                                        && page.contains(plain(each.reason())));
    }

    /** As a page's words are read: a space is a space. */
    private static String plain(String words) {
        return words.replace('\u00a0', ' ').strip();
    }

    /** Made known, and sealed by the ministry. */
    private Strategy published(Cast cast, boolean heldBack) {
        Visitor minister = minister(cast);
        minister.go(version(4) + "/publish").submit().go("/texts").press(TITLE);
        String path = minister.path();
        Waiting.until(TITLE, () -> minister.go(path).sees("Le texte officiel signé"));
        return new Strategy(dossier, path.substring(path.lastIndexOf('/') + 1), versions, heldBack);
    }
}
