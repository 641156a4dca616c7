package org.danaya.consultation.answer.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.page.Language;
import org.danaya.page.Local;
import org.danaya.page.Words;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Legend;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;

/** Minutes on paper, in the language of their text. */
final class MinutesPaper {

    private final Words words;
    private final ZoneId zone;

    MinutesPaper(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    byte[] pdf(Dossier dossier, TextVersion version, Session session) {
        Language language = language(dossier);
        Instant date = session.content().terms().begins();
        String foot =
                words.say(language, "answer.minutes.foot", session.head().number(), dossier.slug());
        return Pdf.of(
                flow(dossier, version, session),
                new Imprint(
                        dossier.lead().name(),
                        date,
                        foot,
                        false,
                        Imprint.Sheet.UPRIGHT,
                        Legend.of(language.code())));
    }

    byte[] docx(Dossier dossier, TextVersion version, Session session) {
        return DocxWriter.write(flow(dossier, version, session));
    }

    private static Language language(Dossier dossier) {
        return dossier.language().equals("eng") ? Language.ENGLISH : Language.FRENCH;
    }

    private Flow flow(Dossier dossier, TextVersion version, Session session) {
        return new Writing(language(dossier)).flow(dossier, version, session);
    }

    /** One writing of one paper. */
    private final class Writing {

        private final Language language;
        private final Local local;
        private final List<Block> blocks = new ArrayList<>();

        Writing(Language language) {
            this.language = language;
            this.local = new Local(words, language, zone);
        }

        Flow flow(Dossier dossier, TextVersion version, Session session) {
            Session.Terms terms = session.content().terms();
            String title = say("title", session.head().number()) + " – " + terms.title();
            line(Role.TITLE, 0, "", title);
            line(
                    Role.FRONT,
                    0,
                    "",
                    words.say(language, "answer.session.kind." + terms.kind().code()));
            line(
                    Role.FRONT,
                    0,
                    "",
                    say(
                            "when",
                            local.time(terms.begins()),
                            local.time(terms.ends()),
                            terms.place()));
            line(Role.FRONT, 0, "", say("about", dossier.title(), version.head().number()));
            agenda(terms);
            attendance(session.content().attendance());
            decisions(terms.kind(), session.content().decisions());
            return new Flow(language.code(), title, blocks);
        }

        private void agenda(Session.Terms terms) {
            if (terms.agenda().isEmpty()) {
                return;
            }
            line(Role.HEADING, 1, "", say("agenda"));
            for (int item = 0; item < terms.agenda().size(); item++) {
                line(Role.BODY, 1, (item + 1) + ".", terms.agenda().get(item));
            }
        }

        private void attendance(List<Attendance> all) {
            line(Role.HEADING, 1, "", say("attendance"));
            if (all.isEmpty()) {
                line(Role.BODY, 0, "", say("nobody"));
                return;
            }
            List<Grid.Row> rows = new ArrayList<>();
            rows.add(row(true, say("structure"), say("person"), say("function"), say("presence")));
            for (Attendance each : all) {
                rows.add(
                        row(
                                false,
                                each.structure(),
                                each.person(),
                                each.function(),
                                words.say(language, "answer.presence." + each.presence().code())));
            }
            blocks.add(new Grid(Place.NOWHERE, 0, rows));
        }

        private void decisions(SessionKind kind, List<Decision> all) {
            String what = kind == SessionKind.COUNCIL ? "recommendation" : "decision";
            line(Role.HEADING, 1, "", say(what + "s"));
            if (all.isEmpty()) {
                line(Role.BODY, 0, "", say("no-" + what));
            }
            for (Decision each : all) {
                line(Role.HEADING, 2, say(what, each.number()), each.partName());
                each.words().lines().forEach(words -> line(Role.BODY, 0, "", words));
            }
        }

        private Grid.Row row(boolean head, String... cells) {
            List<Grid.Cell> all = new ArrayList<>();
            for (String cell : cells) {
                all.add(new Grid.Cell(1, 1, List.of(Line.of(Role.BODY, 0, "", runs(cell)))));
            }
            return new Grid.Row(head, all);
        }

        private void line(Role role, int level, String number, String text) {
            blocks.add(Line.of(role, level, number, runs(text)));
        }

        private static List<Inline> runs(String text) {
            return text.isBlank() ? List.of() : List.of(Run.of(text.strip()));
        }

        private String say(String key, Object... facts) {
            return words.say(language, "answer.minutes." + key, facts);
        }
    }
}
