package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.bytes;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final byte[] ENTRY = bytes("an entry");
    private static final int INDEX = 3;

    private final ExampleLog log = new ExampleLog(2);
    private final SignedNote note;
    private final TlogProof proof;

    TlogProofTest() {
        for (int i = 0; i < 7; i++) {
            log.add(i == INDEX ? ENTRY : new byte[] {(byte) i});
        }
        note = log.publish();
        proof = TlogProof.of(log.inclusion(INDEX), note);
    }

    @Test
    void aProofVerifiesAndIsWrittenAsItWasRead() {
        byte[] file = proof.withExtra(new byte[] {1, 2, 3}).toBytes();
        TlogProof read = TlogProof.parse(file).orThrow();

        TlogProof.LoggedLeaf logged = valid(read.verify(log.policy(2), TreeHash.leaf(ENTRY)));

        assertEquals(INDEX, logged.index());
        assertEquals(7, logged.checkpoint().checkpoint().size());
        assertEquals(2, logged.checkpoint().tally().signed().size());
        assertArrayEquals(new byte[] {1, 2, 3}, read.extra().orElseThrow());
        assertArrayEquals(file, read.toBytes());
        assertTrue(proof.extra().isEmpty());
    }

    @Test
    void theSpecificationsExampleIsReadUpToItsShortenedSignatures() {
        String example =
                """
                c2sp.org/tlog-proof@v1
                extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
                index 73894
                gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
                B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
                EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
                RoopEkOdqkqYMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
                AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

                example.com/fancylog
                109482
                sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

                — example.com/fancylog hI2DJw[...]1roloI=
                """;
        String repaired = example.replace("hI2DJw[...]1roloI=", "AAAAAAA=");

        assertMalformed(Reason.BASE64, 14, example);
        TlogProof read = TlogProof.parse(bytes(repaired)).orThrow();
        assertEquals(73894, read.inclusion().index());
        assertEquals(109482, read.inclusion().size());
        assertEquals(5, read.inclusion().path().size());
    }

    @Test
    void everyFlippedBitIsFound() {
        ExampleLog small = new ExampleLog(1);
        small.add(ENTRY);
        small.add(new byte[1]);
        Policy policy = small.policy(1);
        SignedNote signed = small.publish();
        byte[] file = TlogProof.of(small.inclusion(0), signed).toBytes();
        TreeHash leaf = TreeHash.leaf(ENTRY);
        for (int bit = 0; bit < file.length * 8; bit++) {
            Verdict<TlogProof.LoggedLeaf> verdict =
                    TlogProof.parse(RandomBytes.flipped(file, bit))
                            .check(read -> read.verify(policy, leaf));
            assertInstanceOf(Verdict.Invalid.class, verdict, "bit " + bit);
        }
    }

    @Test
    void anotherLeafAnotherLogAndTooFewWitnessesAreRefused() {
        TreeHash leaf = TreeHash.leaf(ENTRY);
        assertReason(Reason.ROOT_DIFFERS, proof.verify(log.policy(2), TreeHash.leaf(new byte[1])));
        assertReason(Reason.SIGNATURE_UNKNOWN, proof.verify(new ExampleLog(0).policy(0), leaf));
        TlogProof alone =
                TlogProof.of(
                        proof.inclusion(),
                        new SignedNote(note.text(), note.signatures().subList(0, 2)));
        assertReason(Reason.QUORUM_NOT_REACHED, alone.verify(log.policy(2), leaf));
    }

    @Test
    void eachBrokenRuleHasItsReasonAndItsLine() {
        String text = proof.toText();
        assertMalformed(Reason.WRONG_HEADER, 1, text.replace("@v1", "@v2"));
        assertMalformed(Reason.BASE64, 2, text.replace("index", "extra \nindex"));
        assertMalformed(Reason.BASE64, 2, text.replace("index", "extra AAA\nindex"));
        assertMalformed(
                Reason.PROOF_LINE, 3, text.replace("index", "extra AAAA\nextra AAAA\nindex"));
        assertMalformed(Reason.PROOF_LINE, 2, text.replace("index ", "index: "));
        assertMalformed(Reason.NUMBER, 2, text.replace("index ", "index 0"));
        assertMalformed(Reason.NUMBER, 2, text.replace("index ", "index -"));
        assertMalformed(Reason.BASE64, 3, text.replace("index 3\n", "index 3\n!\n"));
        assertMalformed(
                Reason.PROOF_LENGTH,
                66,
                text.replace(
                        "index 3\n", "index 3\n" + (TreeHash.empty().base64() + "\n").repeat(61)));
        assertMalformed(Reason.TOO_LARGE, 66, "a\n".repeat(100) + text);
        assertMalformed(Reason.TRUNCATED, 2, TlogProof.HEADER + "\nindex 3");
        assertMalformed(Reason.CONTROL_CHARACTER, 1, text.replace("\n", "\r\n"));
        assertMalformed(Reason.NUMBER, 8, text.replace("\n7\n", "\n07\n"));
        assertReason(Reason.TOO_LARGE, TlogProof.parse(new byte[TlogProof.MAX_BYTES + 1]));
        assertReason(Reason.NOT_UTF8, TlogProof.parse(new byte[] {(byte) 0xc0}));
        assertThrows(IllegalArgumentException.class, () -> proof.withExtra(new byte[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> TlogProof.of(new InclusionProof(0, 1, List.of()), note));
    }

    @Test
    void aRequestToAWitnessIsReadAsItWasWrittenAndChecked() {
        Checkpoint before = new Checkpoint(ExampleLog.ORIGIN, 3, root(3));
        ConsistencyProof consistency =
                valid(TreeProver.of(7, log.source()).consistency(before.size()));
        byte[] body = AddCheckpoint.of(consistency, note).toBytes();

        AddCheckpoint read = AddCheckpoint.parse(body).orThrow();

        assertEquals(3, read.oldSize());
        assertArrayEquals(body, read.toBytes());
        valid(read.verify(before.root()));
        assertReason(Reason.ROOT_DIFFERS, read.verify(TreeHash.empty()));
        String text = new String(body, StandardCharsets.UTF_8);
        assertReason(Reason.PROOF_LINE, AddCheckpoint.parse(bytes(text.replace("old", "new"))));
        assertReason(Reason.NUMBER, AddCheckpoint.parse(bytes(text.replace("old 3", "old 03"))));
        assertReason(
                Reason.PROOF_LENGTH,
                AddCheckpoint.parse(
                        bytes(
                                text.replace(
                                        "old 3\n",
                                        "old 3\n"
                                                + (TreeHash.empty().base64() + "\n").repeat(61)))));
    }

    @Test
    void theWitnessSpecificationsExampleIsRead() {
        String body =
                """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """;

        AddCheckpoint request = AddCheckpoint.parse(bytes(body)).orThrow();

        assertEquals(20852014, request.oldSize());
        assertEquals(4, request.proof().size());
        assertEquals(2, request.note().signatures().size());
        assertArrayEquals(bytes(body), request.toBytes());
    }

    @Test
    void anyBytesAreReadOrRefusedAndWhatIsReadIsWrittenBack() {
        Random random = RandomBytes.seeded("TlogProofTest");
        byte[] file = proof.withExtra(new byte[40]).toBytes();
        byte[] body =
                new AddCheckpoint(3, proof.inclusion().path(), note, log.checkpoint()).toBytes();
        for (int i = 0; i < 10_000; i++) {
            byte[] mutated = RandomBytes.mutated(file, random);
            if (TlogProof.parse(mutated) instanceof Parsed.Ok<TlogProof>(TlogProof read)) {
                assertArrayEquals(mutated, read.toBytes());
            }
            byte[] request = RandomBytes.mutated(body, random);
            if (AddCheckpoint.parse(request) instanceof Parsed.Ok<AddCheckpoint>(var read)) {
                assertArrayEquals(request, read.toBytes());
            }
        }
    }

    private TreeHash root(long size) {
        return valid(TreeProver.of(7, log.source()).root(size));
    }

    private static void assertMalformed(Reason reason, int line, String text) {
        Parsed<TlogProof> parsed = TlogProof.parse(bytes(text));
        assertReason(reason, parsed);
        if (parsed instanceof Parsed.Malformed<TlogProof> wrong) {
            assertEquals(line, wrong.line());
        }
    }
}
