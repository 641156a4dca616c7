package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.AdoptionKind;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Stage;
import org.danaya.consultation.VersionEvent;
import org.junit.jupiter.api.Test;

/** An act that was noted wrongly, until everybody reads it. */
class CorrectedActTest {

    private final UUID mover = TestAccounts.with(TestPlatform::bean);
    private final TestAnswers kit =
            new TestAnswers("actes-corriges", List.of("Le registre est public."));
    private final UUID version = kit.first.id();

    private static Adoption.Act act(AdoptionKind kind, String number) {
        return new Adoption.Act(
                kind,
                Optional.of(number).filter(each -> !each.isEmpty()),
                LocalDate.EPOCH,
                "Journal officiel (exemple)");
    }

    private void correct(Adoption.Act act) {
        kit.texts.adopting().correct(mover, version, act, "Coquille (exemple)");
    }

    private static void refused(ThrowingCallable deed, Enum<?> code) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static List<String> leaves(UUID version) {
        return TestAnswers.SQL
                .sql("select content from log.leaf where reference like ? order by id")
                .param("consultation.%:" + version + "%")
                .query((row, _) -> new String(row.getBytes("content"), StandardCharsets.UTF_8))
                .list();
    }

    @Test
    void whatWasNotedStaysAndTheLastOneCounts() {
        for (Stage stage : List.of(Stage.VALIDATED, Stage.SENT, Stage.ON_AGENDA)) {
            kit.texts.way().move(mover, version, stage, Optional.empty());
        }
        refused(
                () -> correct(act(AdoptionKind.DECREE, "1 (exemple)")),
                ConsultationFault.WRONG_STATE);
        kit.texts.adopting().adopt(mover, version, act(AdoptionKind.DECREE, "1 (exemple)"));
        refused(() -> correct(act(AdoptionKind.COMMUNICATION, "")), ConsultationFault.ACT_UNFIT);
        refused(() -> correct(act(AdoptionKind.LAW, "")), ConsultationFault.ACT_UNFIT);

        correct(act(AdoptionKind.LAW, "2 (exemple)"));
        correct(act(AdoptionKind.LAW, "3 (exemple)"));
        Adoption noted = kit.texts.adopting().of(version).orElseThrow();
        assertThat(noted.act()).isEqualTo(act(AdoptionKind.LAW, "3 (exemple)"));
        assertThat(noted.correction()).contains("Coquille (exemple)");
        assertThat(kit.texts.register().version(version).code()).isEqualTo("adopted");
        assertThat(kit.texts.register().history(version))
                .extracting(VersionEvent::kind)
                .endsWith("adopted", "corrected", "corrected");
        assertThat(leaves(version))
                .satisfiesExactly(
                        first -> assertThat(first).contains("adopted v1", "number 1 (exemple)"),
                        second ->
                                assertThat(second).contains("corrected v1", "act law", "number 2"),
                        third -> assertThat(third).contains("corrected v1", "number 3 (exemple)"));

        TestAnswers.SQL
                .sql("update consultation.version set state = 'published' where id = ?")
                .param(version)
                .update();
        assertThat(kit.texts.register().published(0, 1_000).stream().map(each -> each.id()))
                .containsOnlyOnce(kit.first.head().dossier());
        refused(() -> correct(act(AdoptionKind.LAW, "4 (exemple)")), ConsultationFault.WRONG_STATE);
    }
}
