package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.page.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {

    private static final Showing FRENCH = Samples.showing(Language.FRENCH);

    @Test
    void peopleReadCountsAndTheAccount() {
        Summary summary = of(Samples.plain(), Samples.full());
        assertThat(String.join("\n", summary.lines(Samples.ledger(), FRENCH)))
                .isEqualTo(
                        """
                        Fichiers qui n’ont pas pu être lus_: 1
                          dc02.evtx – evtx.cut – cut off after 65536 bytes
                        Omis_: 2
                          <b>rules – des règles et non des événements, à donner avec --rules [file.rules]_: 312 fichiers
                          LICENSE – texte où rien ne ressemble à un journal_; pour le lire ligne à ligne, nommez le fichier lui-même [text.unknown]
                        2 constats
                        Du 1er mars 2026 à 22:00 au 1er mars 2026 à 23:59 (UTC)
                                   2  élevés
                        Par tactique (MITRE ATT&CK)
                                   2  Exécution
                        Par machine
                                   2  DC01
                        Par règle
                                   2  élevé  Shell Spawned By A Service
                        Événements reçus_: 1~000 = 980 évalués + 15 hors de la période demandée + 5 mis de côté
                                   5  JSON illisible, ou interrompu [json.broken]
                        Le compte est juste.
                        3 fichiers lus (4,2 Mo)
                        Règles évaluées_: 120, dont 60 qu’aucun événement ne concernait
                        Règles inutilisables_: 1
                          Bad (bad.yml:4) – condition.unknown – no selection xyz
                        Règles aveugles, faute des champs qu’elles demandent_: 1
                          Blind One – Image, Hashes
                        Durée_: 0,5_s, 2~000 événements par seconde, 8,4 Mo par seconde"""
                                .replace('_', '\u00a0')
                                .replace('~', '\u202f'));
    }

    @Test
    void whatWasAskedForIsSaid() {
        Showing showing = Samples.showing(Language.ENGLISH, Samples.ASKED);
        assertThat(of(Samples.plain()).lines(Samples.ledger(), showing))
                .contains(
                        "Only what was asked for:",
                        "  rules of level medium at least (--min-level)",
                        "  rules that have the tag attack.t1059 (--tag)",
                        "  events from 2026-03-01T00:00:00Z on (--from), and those that do not tell"
                                + " their time",
                        "On 1 March 2026, 23:59 (UTC)");
    }

    @Test
    void whatFailedComesFirst() {
        Ledger missed = Samples.ledger(1, new Ledger.Unreadable("x.evtx", "file.missing", ""), 0);
        assertThat(new Summary().lines(missed, FRENCH))
                .startsWith(
                        "Fichiers qui n’ont pas pu être lus\u00a0: 1",
                        "  x.evtx – pas de fichier ni de dossier de ce nom [file.missing]",
                        "Aucun constat.");
        Ledger picture = Samples.ledger(1, new Ledger.Unreadable("x.png", "format.unknown", ""), 3);
        assertThat(new Summary().lines(picture, FRENCH))
                .startsWith("Aucun constat.")
                .contains("  x.png – ni journal, ni texte [format.unknown]")
                .anyMatch(line -> line.contains("1 évalué (dont 3 sans heure) + 0 hors"));
        assertThat(json(new Summary(), picture).at("/ledger/undated").intValue()).isEqualTo(3);
    }

    @Test
    void oneEventIsNotSeveral() {
        Ledger one = ledger(1, 1, List.of(new Ledger.Refused("x".repeat(999), 1, "R", "c", "d")));
        List<String> french = new Summary().lines(one, FRENCH);
        assertThat(french).anyMatch(line -> line.contains("1 = 1 évalué + 0"));
        assertThat(french).allMatch(line -> line.length() < 400);
        Duration second = Duration.ofSeconds(1);
        assertThat(Samples.showing(Language.ENGLISH).speed(lasting(one, second)))
                .contains("1 event a second");
        assertThat(FRENCH.speed(lasting(one, second))).contains("1 événement par seconde");
        assertThat(FRENCH.speed(lasting(one, second.multipliedBy(9))))
                .contains("0 événement par seconde");
    }

    private static Ledger lasting(Ledger of, Duration elapsed) {
        return new Ledger(
                of.events(),
                of.evaluated(),
                of.undated(),
                of.outside(),
                of.setAside(),
                of.unreadable(),
                of.leftOut(),
                of.files(),
                of.bytes(),
                of.rules(),
                of.refused(),
                of.blind(),
                of.idle(),
                of.uncorrelated(),
                elapsed);
    }

    @Test
    void machinesReadTheSame() {
        JsonNode json = json(of(Samples.plain(), Samples.hostile()), Samples.ledger());
        assertThat(json.get("matches").intValue()).isEqualTo(2);
        assertThat(json.get("first").stringValue()).isEqualTo("2026-03-01T22:00:00Z");
        assertThat(json.at("/levels/high").intValue()).isEqualTo(1);
        assertThat(json.at("/levels/informational").intValue()).isEqualTo(1);
        assertThat(json.at("/tactics/execution").intValue()).isEqualTo(1);
        assertThat(json.at("/hosts/1/host").stringValue()).isEqualTo("DC01");
        assertThat(json.at("/rules/0/author").stringValue()).isEqualTo("A. Diarra");
        assertThat(json.at("/ledger/setAside/json.broken").intValue()).isEqualTo(5);
        assertThat(json.at("/ledger/adds").booleanValue()).isTrue();
        assertThat(json.at("/ledger/refused/0/line").intValue()).isEqualTo(4);
        assertThat(json.at("/ledger/blind/0/fields/1").stringValue()).isEqualTo("Hashes");
        assertThat(json.at("/ledger/unreadable/0/cause").stringValue()).isEqualTo("evtx.cut");
        assertThat(json.at("/ledger/leftOut/0/files").intValue()).isEqualTo(312);
        assertThat(json.at("/ledger/milliseconds").intValue()).isEqualTo(500);
    }

    @Test
    void nothingFoundIsSaid() {
        List<String> lines = new Summary().lines(Samples.ledger(), FRENCH);
        assertThat(lines).contains("Aucun constat.");
        assertThat(json(new Summary(), Samples.ledger()).has("first")).isFalse();
    }

    @Test
    void anAccountThatDoesNotAddUpIsTold() {
        Ledger ledger = ledger(10, 9, List.of());
        assertThat(new Summary().lines(ledger, FRENCH)).anyMatch(l -> l.contains("pas juste"));
        assertThat(json(new Summary(), ledger).at("/ledger/adds").booleanValue()).isFalse();
    }

    @Test
    void ofManyTroublesTheFirstAreNamedAndTheRestCounted() {
        Ledger.Refused refused = new Ledger.Refused("r.yml", 1, "R", "c", "d");
        Ledger ledger = ledger(9, 9, Collections.nCopies(50, refused));
        List<String> lines = new Summary().lines(ledger, FRENCH);
        assertThat(lines.stream().filter(line -> line.contains("r.yml"))).hasSize(20);
        assertThat(lines).contains("  et 30 autres");
        assertThat(json(new Summary(), ledger).at("/ledger/refused")).hasSize(50);
    }

    @Test
    void hostsBeyondTheMostAreCountedTogether() {
        Summary summary = new Summary();
        for (int i = 0; i < Summary.MOST_HOSTS + 5; i++) {
            summary.found(Samples.on("H" + i));
        }
        summary.found(Samples.on("H7"));
        JsonNode json = json(summary, Samples.ledger());
        assertThat(json.at("/hosts")).hasSize(20);
        assertThat(json.at("/hosts/0/host").stringValue()).isEqualTo("H7");
        assertThat(json.at("/otherHosts/matches").intValue())
                .isEqualTo(Summary.MOST_HOSTS + 5 + 1 - 21);
        assertThat(json.at("/otherHosts/complete").booleanValue()).isFalse();
    }

    @Test
    void tacticsAreKnownByTheirTags() {
        assertThat(
                        Told.tactics(
                                Samples.rule(
                                        "R",
                                        "tags: [attack.impact, attack.Lateral_Movement, attack.x]")))
                .containsExactly(Tactic.LATERAL_MOVEMENT, Tactic.IMPACT);
        assertThat(
                        Told.techniques(
                                Samples.rule(
                                        "R", "tags: [attack.t1059.001, attack.T1003, attack.t10]")))
                .containsExactly("T1059.001", "T1003");
    }

    private static Summary of(Match... matches) {
        Summary summary = new Summary();
        List.of(matches).forEach(summary::found);
        return summary;
    }

    private static JsonNode json(Summary summary, Ledger ledger) {
        String json = summary.json(ledger);
        assertThat(json).doesNotContain("\n");
        return new JsonMapper().readTree(json);
    }

    private static Ledger ledger(long events, long evaluated, List<Ledger.Refused> refused) {
        return new Ledger(
                events,
                evaluated,
                0,
                0,
                Map.of(),
                List.of(),
                List.of(),
                1,
                10,
                1,
                refused,
                List.of(),
                0,
                Map.of(),
                Duration.ZERO);
    }
}
