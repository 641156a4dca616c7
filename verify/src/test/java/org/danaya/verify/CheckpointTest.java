package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of tlog-cosignature. */
    private static final String SPEC =
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void theCheckpointOfTheSpecificationIsRead() {
        SignedNote note = SignedNote.parse(bytes(SPEC)).orThrow();

        Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();

        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(20852163, checkpoint.size());
        assertEquals(ROOT, checkpoint.root().base64());
        assertEquals(List.of(), checkpoint.extensions());
        assertEquals(note.text(), checkpoint.toText());
        assertEquals(2, note.signatures().size());
    }

    @Test
    void extensionLinesAndOddOriginsAreKept() {
        String text = "a log + spaces\n0\n" + ROOT + "\none\n two \n";

        Checkpoint checkpoint = Checkpoint.parse(text).orThrow();

        assertEquals(List.of("one", " two "), checkpoint.extensions());
        assertEquals(text, checkpoint.toText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "-1", "+1", "1 ", " 1", "0x1", "1e3", "١", "1.0"})
    void aSizeOfAnotherSpellingIsRefused(String size) {
        assertReason(Reason.NUMBER, Checkpoint.parse("a\n" + size + "\n" + ROOT + "\n"));
    }

    @Test
    void theLargestSizeIsReadAndTheNextIsRefused() {
        Parsed<Checkpoint> largest = Checkpoint.parse("a\n9223372036854775807\n" + ROOT + "\n");

        assertEquals(Long.MAX_VALUE, largest.orThrow().size());
        assertReason(
                Reason.NUMBER_TOO_LARGE,
                Checkpoint.parse("a\n9223372036854775808\n" + ROOT + "\n"));
        assertReason(
                Reason.NUMBER_TOO_LARGE,
                Checkpoint.parse("a\n99999999999999999999999999\n" + ROOT + "\n"));
    }

    @Test
    void eachBrokenRuleHasItsReason() {
        assertReason(Reason.TRUNCATED, Checkpoint.parse(""));
        assertReason(Reason.TRUNCATED, Checkpoint.parse("a\n1\n" + ROOT));
        assertReason(Reason.CHECKPOINT_LINES, Checkpoint.parse("\n"));
        assertReason(Reason.CHECKPOINT_LINES, Checkpoint.parse("a\n1\n"));
        assertReason(Reason.CHECKPOINT_EMPTY_LINE, Checkpoint.parse("\n1\n" + ROOT + "\n"));
        assertReason(Reason.CHECKPOINT_EMPTY_LINE, Checkpoint.parse("a\n1\n" + ROOT + "\n\n"));
        assertReason(Reason.CHECKPOINT_EMPTY_LINE, Checkpoint.parse("a\n1\n" + ROOT + "\n\nb\n"));
        assertReason(Reason.CONTROL_CHARACTER, Checkpoint.parse("a\r\n1\n" + ROOT + "\n"));
        assertReason(Reason.BASE64, Checkpoint.parse("a\n1\n" + ROOT + " \n"));
        assertReason(Reason.BASE64, Checkpoint.parse("a\n1\n" + ROOT.replace("I=", "J=") + "\n"));
        assertReason(Reason.HASH_LENGTH, Checkpoint.parse("a\n1\nAAAA\n"));
    }

    @Test
    void aCheckpointThatCouldNotBeReadBackIsNotMade() {
        TreeHash root = TreeHash.empty();
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("", 0, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a\nb", 0, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", -1, root));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Checkpoint("a", 0, root, List.of("\ud800")));
    }

    @Test
    void anyTextIsReadOrRefusedAndWhatIsReadIsWrittenBack() {
        Random random = RandomBytes.seeded("CheckpointTest");
        byte[] text = bytes("example.com/log\n12345\n" + ROOT + "\nextension\n");
        for (int i = 0; i < 20_000; i++) {
            String mutated =
                    new String(
                            RandomBytes.mutated(text, random),
                            java.nio.charset.StandardCharsets.ISO_8859_1);
            switch (Checkpoint.parse(mutated)) {
                case Parsed.Ok<Checkpoint>(Checkpoint read) -> assertEquals(mutated, read.toText());
                case Parsed.Malformed<Checkpoint> wrong ->
                        assertInstanceOf(Reason.class, wrong.reason());
            }
        }
    }
}
