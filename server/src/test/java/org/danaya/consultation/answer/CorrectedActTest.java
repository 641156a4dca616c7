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
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.VersionEvent;
import org.junit.jupiter.api.Test;

/** An act that was noted wrongly, until everybody reads it. */
class CorrectedActTest {

    private final UUID mover = TestAccounts.with(TestPlatform::bean);
    private final TestAnswers kit =
            new TestAnswers(
                    "actes-" + UUID.randomUUID().toString().substring(24),
                    List.of("Le registre est public."));
    private final UUID version = kit.first.id();

    private static Adoption.Act act(AdoptionKind kind, String number) {
        return new Adoption.Act(
                kind,
                Optional.of(number).filter(each -> !each.isEmpty()),
                LocalDate.EPOCH,
                "Journal officiel (exemple)");
    }

    private void correct(int place, Adoption.Act act) {
        kit.texts.adopting().correct(mover, version, place, act, "Coquille (exemple)");
    }

    private void move(Stage... stages) {
        for (Stage stage : stages) {
            kit.texts.way().move(mover, version, stage, Optional.empty());
        }
    }

    private byte[] statement() {
        return kit.texts.publishing().statement(kit.texts.register().version(version));
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
        move(Stage.VALIDATED, Stage.SENT, Stage.ON_AGENDA);
        refused(
                () -> correct(0, act(AdoptionKind.DECREE, "1 (exemple)")),
                ConsultationFault.WRONG_STATE);
        kit.texts.adopting().adopt(mover, version, act(AdoptionKind.DECREE, "1 (exemple)"));
        refused(() -> correct(1, act(AdoptionKind.LAW, "")), ConsultationFault.ACT_UNFIT);
        byte[] seen = statement();

        correct(1, act(AdoptionKind.COMMUNICATION, ""));
        assertThat(kit.texts.register().version(version).code()).isEqualTo("noted");
        refused(() -> correct(1, act(AdoptionKind.LAW, "2 (exemple)")), ConsultationFault.STALE);
        correct(2, act(AdoptionKind.LAW, "3 (exemple)"));
        Adoption noted = kit.texts.adopting().of(version).orElseThrow();
        assertThat(noted.act()).isEqualTo(act(AdoptionKind.LAW, "3 (exemple)"));
        assertThat(noted.correction()).contains("Coquille (exemple)");
        assertThat(kit.texts.adopting().noted(version))
                .extracting(each -> each.act().kind())
                .containsExactly(AdoptionKind.DECREE, AdoptionKind.COMMUNICATION, AdoptionKind.LAW);
        assertThat(kit.texts.register().version(version).code()).isEqualTo("adopted");
        assertThat(kit.texts.register().history(version))
                .extracting(VersionEvent::kind)
                .endsWith("adopted", "corrected", "corrected");
        refused(
                () -> kit.texts.publishing().publish(mover, version, seen, "", ""),
                ConsultationFault.STALE);
        assertThat(leaves(version))
                .satisfiesExactly(
                        first -> assertThat(first).contains("adopted v1", "number 1 (exemple)"),
                        second -> assertThat(second).contains("corrected v1", "number -"),
                        third -> assertThat(third).contains("act law", "number 3", "reason "));

        published();
        refused(
                () -> correct(3, act(AdoptionKind.LAW, "4 (exemple)")),
                ConsultationFault.WRONG_STATE);
    }

    private void published() {
        TestAnswers.SQL
                .sql("update consultation.version set state = 'published' where id = ?")
                .param(version)
                .update();
    }

    /** Nobody publishes another reference than was shown. */
    @Test
    void aCorrectedReferenceIsAnotherStatement() {
        move(Stage.VALIDATED);
        kit.texts.adopting().adopt(mover, version, act(AdoptionKind.ORDER, "1 (exemple)"));
        assertThat(kit.texts.adopting().meant(version)).containsExactly(AdoptionKind.ORDER);
        byte[] seen = statement();
        correct(
                1,
                new Adoption.Act(
                        AdoptionKind.ORDER,
                        Optional.of("1 (exemple)"),
                        LocalDate.EPOCH,
                        "Un autre journal (exemple)"));
        assertThat(statement()).isNotEqualTo(seen);
    }

    /** The list of everybody is in the order of the acts that count. */
    @Test
    void whatIsPublishedLiesWhereItsCorrectedDayBelongs() {
        move(Stage.VALIDATED);
        kit.texts.adopting().adopt(mover, version, on(LocalDate.of(1960, 9, 22)));
        correct(1, on(LocalDate.of(1899, 1, 1)));
        published();
        List<UUID> all =
                kit.texts.register().published(0, 1_000).stream().map(Dossier::id).toList();
        assertThat(all).containsOnlyOnce(kit.first.head().dossier());
        LocalDate before = LocalDate.MAX;
        for (UUID dossier : all) {
            LocalDate day = day(dossier);
            assertThat(day).isBeforeOrEqualTo(before);
            before = day;
        }
    }

    /** When what is published of a text was adopted; long ago where no act is known. */
    private LocalDate day(UUID dossier) {
        return kit.texts.register().versions(dossier).stream()
                .filter(each -> each.code().equals("published"))
                .map(each -> kit.texts.adopting().of(each.id()).map(Adoption::act))
                .flatMap(Optional::stream)
                .map(Adoption.Act::day)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static Adoption.Act on(LocalDate day) {
        return new Adoption.Act(
                AdoptionKind.ORDER, Optional.of("1 (exemple)"), day, "Journal (exemple)");
    }
}
