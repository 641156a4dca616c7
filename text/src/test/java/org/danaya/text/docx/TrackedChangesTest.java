package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.redline.Redline;
import org.junit.jupiter.api.Test;

class TrackedChangesTest {

    static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void acceptingAllGivesTheLaterVersionAndRejectingAllTheFormer() {
        int edits = 0;
        int files = 0;
        while (edits < 10_000) {
            int seed = files++;
            RandomRedlines random = new RandomRedlines(seed);
            Redline redline = random.redline(1 + seed % 12);
            byte[] file = DocxWriter.write(redline, "Conseil", DATE);
            same(
                    "seed " + seed + ", accepted",
                    Expected.of(redline.after().blocks()),
                    DocxReader.read(file, Reading.ACCEPTED).flow().blocks());
            same(
                    "seed " + seed + ", rejected",
                    Expected.of(redline.before().blocks()),
                    DocxReader.read(file, Reading.REJECTED).flow().blocks());
            edits += random.edits;
        }
        System.out.println("tracked and read again: " + edits + " edits in " + files + " files");
    }

    static void same(String of, List<Block> expected, List<Block> read) {
        for (int i = 0; i < Math.max(expected.size(), read.size()); i++) {
            String one = i < expected.size() ? expected.get(i).toString() : "nothing";
            String other = i < read.size() ? read.get(i).toString() : "nothing";
            assertEquals(one, other, of + ", block " + i);
        }
    }
}
