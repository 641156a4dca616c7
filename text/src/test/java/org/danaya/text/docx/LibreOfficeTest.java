package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.text.akn.Corpus;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Redline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has LibreOffice accept and reject what was tracked, and compares what it saved with both
 * versions.
 *
 * <p>{@code -Ddanaya.docx.edits=10000} makes so many edits at least; {@code danaya.docx.blocks} is
 * how many blocks a text has, {@code danaya.docx.seed} the first seed; {@code danaya.docx.kept} is
 * a folder where the files stay.
 */
class LibreOfficeTest {

    /** Files that one process is given. */
    private static final int BATCH = 60;

    private static final int EDITS = Integer.getInteger("danaya.docx.edits", 240);
    private static final int BLOCKS = Integer.getInteger("danaya.docx.blocks", 20);
    private static final int SEED = Integer.getInteger("danaya.docx.seed", 0);

    @TempDir Path temporary;

    private final StringBuilder wrong = new StringBuilder();
    private final List<Redline> batch = new ArrayList<>();
    private String what = "";
    private int batches;
    private int edits;
    private int files;
    private int failed;
    private long nanoseconds;

    /** Every other redline is one that was found by comparing the two texts. */
    @Test
    void librOfficeAcceptsAndRejectsWhatWasTracked() throws Exception {
        installed("random texts");
        while (edits < EDITS) {
            RandomRedlines random = new RandomRedlines(SEED + files, RandomTexts.ALL);
            add(random.redline(BLOCKS), random.edits);
        }
        judged();
    }

    @Test
    void librOfficeAcceptsAndRejectsEditsOfForeignTexts() throws Exception {
        installed("texts of other countries");
        List<Flow> texts =
                Corpus.documents().stream()
                        .map(file -> FlowReader.read(Corpus.read(file)))
                        .toList();
        while (edits < EDITS / 2) {
            Flow text = texts.get(files % texts.size());
            RandomRedlines random = new RandomRedlines(SEED + files, text);
            add(random.redline(BLOCKS), random.edits);
        }
        judged();
    }

    /** As in a text that went through Markdown: the words stay, what they lead to doesn't. */
    @Test
    void librOfficeAcceptsAndRejectsLinksThatGoAndCome() throws Exception {
        installed("links of texts of other countries");
        for (Path file : Corpus.documents()) {
            Flow linked = FlowReader.read(Corpus.read(file));
            Flow plain = Unlinked.of(linked);
            if (!plain.equals(linked)) {
                add(Comparison.compare(linked, plain), 1);
                add(Comparison.compare(plain, linked), 1);
            }
        }
        judged();
    }

    private void installed(String of) throws Exception {
        what = of;
        Optional<String> missing = LibreOffice.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    private void add(Redline redline, int made) throws Exception {
        boolean compared = files % 2 == 1;
        batch.add(compared ? Comparison.compare(redline.before(), redline.after()) : redline);
        edits += made;
        files++;
        if (batch.size() == BATCH) {
            judge();
        }
    }

    private void judge() throws Exception {
        String kept = System.getProperty("danaya.docx.kept", "");
        Path base = kept.isEmpty() ? temporary : Path.of(kept);
        Path folder = Files.createDirectories(base.resolve(what + batches++));
        for (int i = 0; i < batch.size(); i++) {
            byte[] file = DocxWriter.write(batch.get(i), "Conseil", TrackedChangesTest.DATE);
            Files.write(folder.resolve(i + ".docx"), file);
        }
        long start = System.nanoTime();
        LibreOffice.judge(folder, 30, "accepted", "rejected");
        nanoseconds += System.nanoTime() - start;
        if (Files.readString(folder.resolve("log")).contains("left changes")) {
            wrong.append(folder).append(": LibreOffice left changes\n");
        }
        for (int i = 0; i < batch.size(); i++) {
            Redline redline = batch.get(i);
            int first = files - batch.size();
            String of = "file " + (first + i) + " " + folder.resolve(i + ".docx");
            List<Block> after = Expected.of(redline.after().blocks());
            List<Block> before = Expected.of(redline.before().blocks());
            boolean right = compare(of, Seen.placed(after), folder, i + ".accepted");
            right &= compare(of, Seen.of(before), folder, i + ".rejected");
            failed += right ? 0 : 1;
        }
        batch.clear();
    }

    private void judged() throws Exception {
        if (!batch.isEmpty()) {
            judge();
        }
        System.out.printf(
                "LibreOffice, %s: %d edits in %d files, seeds from %d, %d wrong, %d ms%n",
                what, edits, files, SEED, failed, nanoseconds / 1_000_000);
        assertEquals("", wrong.substring(0, Math.min(wrong.length(), 10_000)));
    }

    private boolean compare(String of, List<Block> expected, Path folder, String name) {
        byte[] file = LibreOffice.read(folder, name + ".docx");
        List<Block> all = DocxReader.read(file, Reading.ACCEPTED).flow().blocks();
        List<Block> read = name.endsWith("rejected") ? Seen.of(all) : Seen.placed(all);
        return same(of, name, expected, read) && words(of, name, expected, folder);
    }

    private boolean same(String of, String name, List<?> expected, List<?> read) {
        for (int i = 0; i < Math.max(expected.size(), read.size()); i++) {
            String one = i < expected.size() ? expected.get(i).toString() : "nothing";
            String other = i < read.size() ? read.get(i).toString() : "nothing";
            if (!one.equals(other)) {
                int at = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()) - 80);
                wrong.append("%s %s, block %d at %d%n".formatted(of, name, i, at));
                wrong.append("  expected …%s%n".formatted(from(one, at)));
                wrong.append("  read     …%s%n".formatted(from(other, at)));
                return false;
            }
        }
        return true;
    }

    private static String from(String text, int at) {
        return text.substring(Math.min(at, text.length()), Math.min(at + 300, text.length()));
    }

    /** What LibreOffice itself says is in the text, which our reader had no hand in. */
    private boolean words(String of, String name, List<Block> expected, Path folder) {
        String written = LibreOffice.text(folder, name + ".txt");
        return same(of, name + ".txt", Shown.of(expected), Shown.lines(written));
    }
}
