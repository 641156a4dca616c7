package org.danaya.text.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.danaya.text.flow.Flow;
import org.danaya.text.form.RandomFlows;
import org.junit.jupiter.api.Test;

class DocxRoundTripTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        for (int seed = 0; seed < 1_500; seed++) {
            Flow flow = new RandomFlows(seed).flow(1 + seed % 20);
            byte[] file = DocxWriter.write(flow);
            Docx read = DocxReader.read(file);
            Flow expected = Expected.of(flow);
            for (int i = 0; i < expected.blocks().size(); i++) {
                if (i >= read.flow().blocks().size()
                        || !expected.blocks().get(i).equals(read.flow().blocks().get(i))) {
                    assertEquals(
                            expected.blocks().get(i).toString(),
                            i < read.flow().blocks().size()
                                    ? read.flow().blocks().get(i).toString()
                                    : "",
                            "seed " + seed + ", block " + i);
                }
            }
            assertEquals(expected, read.flow(), "seed " + seed);
            assertEquals(List.of(), read.remarks(), "seed " + seed);
            assertEquals(read.flow(), DocxReader.read(file, Reading.REJECTED).flow());
        }
    }

    @Test
    void theSameTextIsTheSameFile() {
        Flow flow = new RandomFlows(7).flow(40);
        assertArrayEquals(DocxWriter.write(flow), DocxWriter.write(new RandomFlows(7).flow(40)));
    }
}
