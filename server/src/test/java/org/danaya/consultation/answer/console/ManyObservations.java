package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.signin.TestSessions;

/** A text on which many structures observed much; half of it is answered. */
final class ManyObservations {

    static final int STRUCTURES = 60;

    final TestAnswers kit;
    final List<TestAnswers.Asked> asked = new ArrayList<>();
    final String matrix;

    /**
     * Fills the platform.
     *
     * @param earlier versions before the one that is observed on
     * @param provisions of the text
     */
    ManyObservations(String slug, int earlier, int provisions, int observations) {
        kit = new TestAnswers(slug, articles(provisions, ""), earlier);
        matrix = "/console/texts/versions/" + kit.first.id() + "/answers";
        UUID author = TestAccounts.with(TestPlatform::bean);
        for (int at = 0; at < STRUCTURES; at++) {
            asked.add(kit.asked(slug + "-" + at));
        }
        for (int at = 0; at < observations; at++) {
            kit.observed(
                    asked.get(at % STRUCTURES),
                    author,
                    at % 10 == 0 ? "" : "art_" + (at % provisions + 1),
                    "Observation "
                            + at
                            + " : préciser le mot w"
                            + at
                            + " et le délai x"
                            + at / 3
                            + ", que la disposition laisse ouvert, et dire qui en répond.",
                    at % 50 == 0);
        }
        TestAnswers.SQL
                .sql(
                        """
                        insert into consultation.answer (observation, place, version, kind, reason, account, at)
                        select id, 1, version, case when number % 4 = 0 then 'accepted' else 'rejected' end,
                            case when number % 4 = 0 then '' else 'Déjà dit à l’article ' || number end, ?, now()
                        from consultation.observation where version = ? and number % 2 = 0
                        """)
                .params(author, kit.first.id())
                .update();
        TestAnswers.SQL.sql("vacuum analyze consultation.observation").update();
        TestAnswers.SQL.sql("vacuum analyze consultation.answer").update();
    }

    /** Articles that differ a little from those of another version. */
    static List<String> articles(int provisions, String added) {
        List<String> articles = new ArrayList<>();
        for (int at = 1; at <= provisions; at++) {
            articles.add(
                    "Disposition "
                            + at
                            + " de la stratégie, sur le cyberespace"
                            + (at % 2 == 0 ? added : "")
                            + ".");
        }
        return articles;
    }

    /** Somebody who answers. */
    TestSessions coordinator() {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, Role.COORDINATOR, Optional.of(kit.lead));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}
