package org.danaya.consultation.observation.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TestTexts;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.TestObservations;
import org.danaya.form.Upload;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Measures what it costs to take a form, for {@code bench/run CommentFormBench}: from the bytes of
 * the file to its rows in a structure's list, each round for another structure; read, understood
 * and kept, shown, taken.
 *
 * <p>A text of 600 articles; a row is about an article, a paragraph of one, quoted words or a place
 * that there isn't.
 */
public final class FormMeasure {

    private static final int ARTICLES = 600;
    private static final int ROUNDS = 10;
    private static final String WORDS =
            "l’autorité compétente notifie sa décision motivée aux opérateurs concernés dans un délai de ";

    private final TestObservations kit = new TestObservations();
    private final Dossier dossier =
            kit.texts.dossier(
                    "mesure",
                    new Dossier.Lead(kit.agency.id(), "Agence (exemple)", kit.agency.identifier()));
    private final TextVersion version =
            kit.texts.at(Stage.IN_CONSULTATION, dossier, TestTexts.akn(articles()));
    private final CommentForms forms = TestForms.of(kit);

    private FormMeasure() {}

    /** Argument: how many rows. */
    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[0]);
        FormMeasure measure = new FormMeasure();
        measure.rounds("XLSX", rows, xlsx(rows));
        measure.rounds("DOCX", rows, measure.docx(rows));
        System.exit(0);
    }

    private static List<List<String>> articles() {
        List<List<String>> articles = new ArrayList<>();
        for (int at = 1; at <= ARTICLES; at++) {
            articles.add(List.of(WORDS + at + " jours.", "Elle " + WORDS + at + " mois."));
        }
        return articles;
    }

    /** What a row says of its place: its article, and what of it. */
    private static List<String> place(int row) {
        int article = row * 7 % ARTICLES + 1;
        return switch (row % 4) {
            case 0 -> List.of("Article " + article, "");
            case 1 -> List.of("art. " + article, "al. 2");
            case 2 -> List.of("Article " + article, "« un délai de " + article + " jours »");
            default -> List.of(row % 20 == 3 ? "Article 9999" : Integer.toString(article), "");
        };
    }

    private static byte[] xlsx(int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Essai", null)) {
            Worksheet sheet = book.newWorksheet("Observations");
            List<String> heads =
                    List.of("MB/NC", "Clause", "Paragraph", "Type", "Comments", "Proposed change");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "ME");
                sheet.value(row, 1, place(row).getFirst());
                sheet.value(row, 2, place(row).getLast());
                sheet.value(row, 3, "te");
                sheet.value(row, 4, "Observation " + row + " : " + WORDS.repeat(4));
                sheet.value(row, 5, "Rédaction " + row + " : " + WORDS.repeat(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same rows as the platform writes them. */
    private byte[] docx(int rows) {
        Referral referral = asked("modele");
        forms.take(referral.head().askedBy(), referral.id(), understood(referral, xlsx(rows)));
        List<Observation.Draft> drafts = kit.observations.drafts().of(referral.id());
        return FormWriter.docx(
                FormContent.own(dossier, version, referral.head().structure(), drafts));
    }

    private UUID understood(Referral referral, byte[] file) {
        return forms.understand(
                referral.head().askedBy(), referral.id(), new Upload("formulaire", file));
    }

    private Referral asked(String name) {
        Referral.Structure structure =
                new Referral.Structure(UUID.randomUUID(), "Structure " + name, "mesure-" + name);
        return kit.observations
                .referrals()
                .ask(UUID.randomUUID(), version.id(), List.of(structure), kit.in(15))
                .asked()
                .getFirst();
    }

    private void rounds(String form, int rows, byte[] file) {
        List<Long> all = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long first = 0;
        int unplaced = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            Referral referral = asked(form.toLowerCase(Locale.ROOT) + round);
            UUID account = referral.head().askedBy();
            long began = System.nanoTime();
            long processor = threads.getCurrentThreadCpuTime();
            UUID id = understood(referral, file);
            FormPreview shown = forms.preview(account, referral.id(), id);
            int taken = forms.take(account, referral.id(), id);
            long time = System.nanoTime() - began;
            if (taken != rows || shown.rows().size() != rows) {
                throw new AssertionError(taken + " of " + rows);
            }
            unplaced = (int) shown.unplaced();
            if (round == 0) {
                first = time;
            } else {
                all.add(time);
                worked.add(threads.getCurrentThreadCpuTime() - processor);
            }
        }
        Collections.sort(all);
        Collections.sort(worked);
        System.out.printf(
                Locale.ROOT,
                "forms: %s of %d rows, %,d bytes, %d of them to be placed: first %.0f ms, median %.0f ms,"
                        + " longest %.0f ms; of its own processor time, median %.0f ms%n",
                form,
                rows,
                file.length,
                unplaced,
                first / 1e6,
                all.get(all.size() / 2) / 1e6,
                all.getLast() / 1e6,
                worked.get(worked.size() / 2) / 1e6);
    }
}
