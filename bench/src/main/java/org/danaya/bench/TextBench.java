package org.danaya.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Identity;
import org.danaya.text.docx.DocxReader;
import org.danaya.text.docx.DocxWriter;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.TreeWriter;
import org.danaya.text.form.Legend;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.danaya.text.html.Html;
import org.danaya.text.pdf.Imprint;
import org.danaya.text.pdf.Pdf;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Hunks;
import org.danaya.text.redline.Lineage;
import org.danaya.text.redline.Redline;

/**
 * A text of 600 provisions and some 100 pages, and a later version of it with edits, moves, new and
 * dropped provisions: what it costs to compare them, and to read and write their forms.
 *
 * <p>Goal: the comparison in less than a second. Words are made, with the frequencies of a language
 * (the n-th word 1/n as often as the first). Each line: the first call, and the best and the median
 * of the rest.
 */
public final class TextBench {

    private static final int PROVISIONS = 600;
    private static final int WORDS = 6_000;
    private static final int ROUNDS = 15;
    private static final long SEED = 20_250_701L;
    private static final Identity IDENTITY = Identity.unknown("fr", LocalDate.of(2025, 7, 1));
    private static final Instant DAY = Instant.parse("2025-07-01T00:00:00Z");

    private final Random random = new Random(SEED);

    private TextBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        new TextBench().run();
    }

    private void run() {
        List<List<String>> provisions = new ArrayList<>();
        for (int at = 0; at < PROVISIONS; at++) {
            provisions.add(words(20 + random.nextInt(100)));
        }
        Element before =
                Identifiers.lasting(TreeWriter.write(flow(provisions), IDENTITY), Set.of(), 1);
        edit(provisions);
        Element after = TreeWriter.write(flow(provisions), IDENTITY);
        Flow old = FlowReader.read(before);
        Flow now = FlowReader.read(after);
        byte[] akn = AknWriter.write(before);
        System.out.printf(
                "%d provisions, %d words, %d bytes of Akoma Ntoso%n",
                PROVISIONS,
                old.words().chars().filter(letter -> letter == ' ').count(),
                akn.length);
        Redline redline = time("compare (no lasting names)", () -> Comparison.compare(old, now));
        time("  its changes one by one", () -> Hunks.of(redline));
        Element inherited =
                time("lasting names inherited", () -> Lineage.inherit(before, after, Set.of(), 2));
        Flow named = FlowReader.read(inherited);
        time("compare (lasting names)", () -> Comparison.compare(old, named));
        time("read Akoma Ntoso", () -> FlowReader.read(AknReader.read(akn)));
        time("validate Akoma Ntoso", () -> AknValidator.validate(akn, Drafts.REFUSED));
        time("write HTML", () -> Html.document(old, Legend.FRENCH));
        byte[] docx = time("write DOCX", () -> DocxWriter.write(old));
        time("read DOCX", () -> DocxReader.read(docx));
        time("write DOCX, tracked changes", () -> DocxWriter.write(redline, "Danaya", DAY));
        Imprint imprint =
                new Imprint("Danaya", DAY, "", true, Imprint.Sheet.UPRIGHT, Legend.FRENCH);
        byte[] pdf = time("write PDF/A", () -> Pdf.of(old, imprint));
        System.out.printf("%d bytes of DOCX, %d of PDF%n", docx.length, pdf.length);
    }

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            // Zipf's law, near enough: exp of a uniform number.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            words.add("mot" + Integer.toString(rank, 36));
        }
        return words;
    }

    private void edit(List<List<String>> provisions) {
        for (int at = 0; at < PROVISIONS / 10; at++) {
            List<String> words = provisions.get(random.nextInt(provisions.size()));
            for (int edit = 0; edit < 1 + words.size() / 8; edit++) {
                words.set(random.nextInt(words.size()), words(1).getFirst());
            }
        }
        for (int at = 0; at < PROVISIONS / 30; at++) {
            provisions.add(
                    random.nextInt(provisions.size()),
                    provisions.remove(random.nextInt(provisions.size())));
            provisions.remove(random.nextInt(provisions.size()));
            provisions.add(random.nextInt(provisions.size()), words(40));
        }
    }

    private static Flow flow(List<List<String>> provisions) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(line("", Role.TITLE, 0, "", List.of("Exemple")));
        for (int at = 0; at < provisions.size(); at++) {
            if (at % 20 == 0) {
                blocks.add(
                        line("chapter", Role.HEADING, 1, "Chapitre " + (at / 20 + 1), List.of()));
            }
            List<String> words = provisions.get(at);
            blocks.add(
                    line("article", Role.HEADING, 2, "Article " + (at + 1), words.subList(0, 4)));
            int half = words.size() / 2;
            blocks.add(line("alinea", Role.BODY, 0, "", words.subList(4, half)));
            blocks.add(line("alinea", Role.BODY, 0, "", words.subList(half, words.size())));
        }
        return new Flow("fr", "Exemple", blocks);
    }

    private static Line line(
            String opens, Role role, int level, String number, List<String> words) {
        List<Inline> inlines =
                words.isEmpty() ? List.of() : List.of(Run.of(String.join(" ", words)));
        return new Line(Place.NOWHERE, opens, role, level, number, inlines);
    }

    private static <T> T time(String what, Supplier<T> work) {
        long first = System.nanoTime();
        T made = work.get();
        first = System.nanoTime() - first;
        long[] rounds = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            made = work.get();
            rounds[round] = System.nanoTime() - begin;
        }
        Arrays.sort(rounds);
        System.out.printf(
                "%-32s first %6.0f ms, best %6.1f ms, median %6.1f ms%n",
                what, first / 1e6, rounds[0] / 1e6, rounds[ROUNDS / 2] / 1e6);
        return made;
    }
}
