package org.danaya.consultation.answer.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.signin.TestSessions;
import org.danaya.text.redline.Hunk;

/**
 * Measures the matrix over HTTP, for {@code bench/run MatrixBench}: its pages, its files, why words
 * changed, and what stands in the way of a freeze. 600 provisions in eight versions, of which the
 * next to last has all observations, of 60 structures.
 */
public final class MatrixMeasure {

    private static final int PROVISIONS = 600;
    private static final int VERSIONS = 8;
    private static final int ROUNDS = 40;
    private static final int FILES = 3;

    /** Changes of one observation. */
    private static final int TOGETHER = 10;

    private MatrixMeasure() {}

    /** Argument: how many observations. */
    public static void main(String[] arguments) {
        int observations = Integer.parseInt(arguments[0]);
        ManyObservations many =
                new ManyObservations("matrice-mesure", VERSIONS - 2, PROVISIONS, observations);
        TextVersion draft = many.kit.draft(ManyObservations.articles(PROVISIONS, " du pays"));
        List<Hunk> hunks = many.kit.answers.causes().hunks(draft);
        List<UUID> accepted =
                TestAnswers.SQL
                        .sql("select observation from consultation.answer where kind = 'accepted'")
                        .query(UUID.class)
                        .list();
        for (int at = 0; at < hunks.size(); at += TOGETHER) {
            List<String> some =
                    hunks.subList(at, Math.min(hunks.size(), at + TOGETHER)).stream()
                            .map(Hunk::id)
                            .toList();
            many.kit
                    .answers
                    .causes()
                    .give(
                            many.kit.writer,
                            draft,
                            some,
                            new Cause.OfObservation(accepted.get(at / TOGETHER)));
        }
        String versions = "/console/texts/versions/";
        try (TestSessions coordinator = many.coordinator()) {
            double worst = 0;
            for (String query :
                    List.of(
                            "",
                            "?page=150",
                            "?disposition=open",
                            "?disposition=unlinked",
                            "?q=w4321",
                            "?structure=" + many.asked.getFirst().structure(),
                            "?part=art_3&sort=-structure",
                            "?sort=disposition&page=40",
                            "?confidential=yes")) {
                worst = Math.max(worst, times(coordinator, "matrix", many.matrix, query));
            }
            System.out.printf(
                    Locale.ROOT,
                    "matrix: %,d observations of %d structures: worst p95 %.0f ms%n",
                    observations,
                    ManyObservations.STRUCTURES,
                    worst);
            times(coordinator, "why", versions + draft.id() + "/why", "");
            times(coordinator, "freeze", versions + draft.id() + "/freeze", "");
            double all = 0;
            for (String form : List.of("?format=csv", "?format=xlsx", ".docx", ".pdf")) {
                double taken = file(coordinator, many.matrix + form);
                all += form.equals("?format=csv") ? 0 : taken;
            }
            System.out.printf(Locale.ROOT, "matrix: XLSX, DOCX and PDF in all: %.0f ms%n", all);
            file(coordinator, versions + draft.id() + "/why.pdf");
        }
        System.exit(0);
    }

    private static double times(TestSessions session, String name, String path, String query) {
        double[] millis = new double[ROUNDS];
        long busy = 0;
        for (int at = -ROUNDS / 3; at < millis.length; at++) {
            busy = at == 0 ? cpu() : busy;
            long began = System.nanoTime();
            need(session.get(path + query).statusCode());
            if (at >= 0) {
                millis[at] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        double p95 = millis[(int) (ROUNDS * 0.95)];
        double each = (cpu() - busy) / 1e6 / ROUNDS;
        System.out.printf(
                Locale.ROOT,
                "matrix: %s%s p50 %.0f ms, p95 %.0f ms, %.0f ms of processor%n",
                name,
                query.replaceAll("=[0-9a-f-]{36}", "=ID"),
                millis[ROUNDS / 2],
                p95,
                each);
        return p95;
    }

    /** The median of a few. */
    private static double file(TestSessions session, String path) {
        double[] millis = new double[FILES];
        int size = 0;
        long busy = 0;
        for (int at = -1; at < FILES; at++) {
            busy = at == 0 ? cpu() : busy;
            long began = System.nanoTime();
            var answer = session.file(path);
            need(answer.statusCode());
            size = answer.body().length;
            if (at >= 0) {
                millis[at] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "matrix: %s %.0f ms, the longest %.0f ms, %.0f ms of processor, %d KiB%n",
                path.replaceAll(".*/(answers|why)", "$1"),
                millis[FILES / 2],
                millis[FILES - 1],
                (cpu() - busy) / 1e6 / FILES,
                size / 1024);
        return millis[FILES / 2];
    }

    /** What the program, without the database, has used of processors, in nanoseconds. */
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void need(int status) {
        if (status != 200) {
            throw new IllegalStateException(Integer.toString(status));
        }
    }
}
