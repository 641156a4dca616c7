package org.danaya.verify;

import static org.danaya.verify.SignedNoteTest.assertReason;
import static org.danaya.verify.SignedNoteTest.bytes;
import static org.danaya.verify.SignedNoteTest.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final String LOG = vkey("log.example", SignatureType.ED25519);
    private static final List<String> WITNESSES = new ArrayList<>();

    static {
        for (int i = 0; i < 6; i++) {
            WITNESSES.add(vkey("w" + i + ".example", SignatureType.COSIGNATURE_ED25519));
        }
    }

    /** The example of tlog-policy, with keys in the places where it has {@code <vkey>}. */
    private static final String SPEC =
            """
            log %s

            witness X1 %s
            witness X2 %s
            witness X3 %s
            group X-witnesses 2 X1 X2 X3

            witness Y1 %s
            witness Y2 %s
            witness Y3 %s
            group Y-witnesses any Y1 Y2 Y3

            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """
                    .formatted(
                            LOG,
                            WITNESSES.get(0),
                            WITNESSES.get(1),
                            WITNESSES.get(2),
                            WITNESSES.get(3),
                            WITNESSES.get(4),
                            WITNESSES.get(5));

    @Test
    void theExampleOfTheSpecificationIsReadAndCounts() {
        Policy policy = Policy.parse(bytes(SPEC)).orThrow();

        assertEquals(1, policy.logs().size());
        assertEquals(6, policy.witnesses().size());
        assertEquals(6, policy.quorum().most());
        assertEquals(3, policy.quorum().least());
        for (int set = 0; set < 64; set++) {
            Set<Policy.Witness> signed = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                if ((set >> i & 1) == 1) {
                    signed.add(policy.witnesses().get(i));
                }
            }
            boolean enough = Integer.bitCount(set & 7) >= 2 && (set >> 3) != 0;

            Quorum.Tally tally = policy.quorum().tally(policy.witnesses(), signed, Set.of());

            assertEquals(enough, tally instanceof Quorum.Tally.Reached);
            assertEquals(!enough, tally instanceof Quorum.Tally.NotReached);
            assertEquals(signed, new HashSet<>(tally.signed()));
            assertEquals(6, tally.signed().size() + tally.missing().size());
        }
    }

    @Test
    void whatCannotBeCheckedLeavesTheQuorumUndecidedAndNeverReached() {
        Policy policy = Policy.parse(bytes(SPEC)).orThrow();
        List<Policy.Witness> all = policy.witnesses();

        assertInstanceOf(
                Quorum.Tally.Undecided.class,
                policy.quorum().tally(all, Set.of(all.get(0), all.get(3)), Set.of(all.get(1))));
        assertInstanceOf(
                Quorum.Tally.NotReached.class,
                policy.quorum().tally(all, Set.of(all.get(0)), Set.of(all.get(1))));
    }

    @Test
    void whiteSpaceCommentsAndUrlsAreReadAsTheSpecificationSays() {
        Policy policy =
                Policy.parse(
                                bytes(
                                        "  # comment é\n\t\n#\nlog\t"
                                                + LOG
                                                + "  https://log.example/ \n \twitness  K "
                                                + WITNESSES.get(0)
                                                + " https://w.example/\nquorum K\n"))
                        .orThrow();

        assertEquals("https://log.example/", policy.logs().getFirst().url());
        assertEquals("https://w.example/", policy.witnesses().getFirst().url());
    }

    @Test
    void namesAreOctets() {
        String kelvin = "\u212a";
        String text =
                "witness K " + WITNESSES.get(0) + "\nwitness " + kelvin + " " + WITNESSES.get(1);
        Policy policy = Policy.parse(bytes(text + "\nquorum " + kelvin + "\n")).orThrow();

        assertEquals(new Quorum.One(policy.witnesses().get(1)), policy.quorum());
        assertEquals(kelvin, policy.witnesses().get(1).name());
        byte[] notUtf8 = (text + "\nquorum none\n").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(2, Policy.parse(notUtf8).orThrow().witnesses().size());
    }

    @Test
    void emptyPoliciesNeedOnlyTheirQuorum() {
        Policy policy = Policy.parse(bytes("quorum none\n")).orThrow();

        assertTrue(policy.logs().isEmpty());
        assertEquals(new Quorum.None(), policy.quorum());
    }

    @Test
    void eachBrokenRuleHasItsReasonLineAndColumn() {
        String w0 = "witness a " + WITNESSES.get(0) + "\n";
        String w1 = "witness b " + WITNESSES.get(1) + "\n";
        assertMalformed(Reason.POLICY_QUORUM, 1, 0, "");
        assertMalformed(Reason.POLICY_QUORUM, 2, 0, w0);
        assertMalformed(Reason.POLICY_QUORUM, 2, 1, "quorum none\nquorum none\n");
        assertMalformed(Reason.TRUNCATED, 1, 12, "quorum none");
        assertMalformed(Reason.CONTROL_CHARACTER, 1, 12, "quorum none\r\n");
        assertMalformed(Reason.CONTROL_CHARACTER, 1, 8, "quorum \u007f\n");
        assertMalformed(Reason.POLICY_KEYWORD, 1, 3, "  quorums none\n");
        assertMalformed(Reason.POLICY_ITEMS, 1, 0, "quorum\n");
        assertMalformed(Reason.POLICY_ITEMS, 1, 13, "quorum none #x\n");
        assertMalformed(Reason.POLICY_ITEMS, 1, 0, "log\n");
        assertMalformed(Reason.KEY_FORM, 1, 5, "log x\n");
        assertMalformed(Reason.KEY_FORM, 1, 11, "witness a x\n");
        assertMalformed(Reason.KEY_TYPE, 1, 11, "witness a " + LOG + "\n");
        assertMalformed(Reason.POLICY_DUPLICATE_NAME, 2, 9, w0 + w1.replace(" b ", " a "));
        assertMalformed(Reason.POLICY_DUPLICATE_NAME, 1, 9, w0.replace(" a ", " none "));
        assertMalformed(Reason.POLICY_DUPLICATE_KEY, 2, 11, w0 + w0.replace(" a ", " b "));
        assertMalformed(Reason.POLICY_DUPLICATE_NAME, 2, 7, w0 + "group a any a\n");
        assertMalformed(Reason.POLICY_ITEMS, 2, 0, w0 + "group g any\n");
        assertMalformed(Reason.POLICY_UNKNOWN_NAME, 2, 15, w0 + "group g any a b\n");
        assertMalformed(Reason.POLICY_UNKNOWN_NAME, 2, 13, w0 + "group g any g\n");
        assertMalformed(Reason.POLICY_UNKNOWN_NAME, 2, 13, w0 + "group g any none\n");
        assertMalformed(Reason.POLICY_MEMBER_TWICE, 2, 15, w0 + "group g any a a\n");
        assertMalformed(Reason.POLICY_MEMBER_TWICE, 3, 13, w0 + "group g any a\ngroup h any a\n");
        for (String k : List.of("0", "2", "-1", "x", "01", "ALL", "99999999999999999999")) {
            assertMalformed(Reason.POLICY_THRESHOLD, 2, 9, w0 + "group g " + k + " a\n");
        }
        assertMalformed(Reason.POLICY_UNKNOWN_NAME, 1, 8, "quorum a\n" + w0);
        assertReason(Reason.TOO_LARGE, Policy.parse(new byte[Policy.MAX_BYTES + 1]));
    }

    @Test
    void theSameKeyUnderAnotherNameOrTypeIsTheSameLog() throws Exception {
        var keys = VerifierKeyTest.keys("Ed25519").getPublic();
        String first = VerifierKey.of("one", SignatureType.ED25519, keys).vkey();
        String second = VerifierKey.of("two", SignatureType.COSIGNATURE_ED25519, keys).vkey();

        assertMalformed(
                Reason.POLICY_DUPLICATE_KEY, 2, 5, "log " + first + "\nlog " + second + "\n");
        assertInstanceOf(
                Parsed.Ok.class,
                Policy.parse(bytes("log " + first + "\nwitness w " + second + "\nquorum w\n")));
    }

    @Test
    void moreThanTheSpecificationAsksForIsReadAndThereIsALimit() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Policy.MAX_EACH; i++) {
            text.append("witness w" + i + " ");
            text.append(vkey("w" + i, SignatureType.COSIGNATURE_ED25519)).append('\n');
            text.append("group g" + i + " all w" + i + "\n");
            text.append("log " + vkey("l" + i, SignatureType.ED25519) + "\n");
        }
        Policy policy = Policy.parse(bytes(text + "quorum g255\n")).orThrow();

        assertEquals(Policy.MAX_EACH, policy.witnesses().size());
        assertReason(
                Reason.POLICY_TOO_MANY,
                Policy.parse(bytes(text + "group g all g1\nquorum g255\n")));
        assertReason(
                Reason.POLICY_TOO_MANY,
                Policy.parse(bytes(text + "log " + LOG + "\nquorum g255\n")));
        assertReason(
                Reason.POLICY_TOO_MANY,
                Policy.parse(bytes(text + "witness w " + WITNESSES.get(0) + "\nquorum g255\n")));
    }

    @Test
    void aCheckpointIsCheckedAgainstLogAndQuorum() {
        ExampleLog log = new ExampleLog(3);
        log.add(new byte[1]);
        SignedNote note = log.publish();
        SignedNote twoOnly = new SignedNote(note.text(), note.signatures().subList(0, 3));

        WitnessedCheckpoint witnessed = valid(log.policy(2).check(twoOnly));

        assertEquals(1, witnessed.checkpoint().size());
        assertEquals(
                List.of("w0", "w1"),
                witnessed.tally().signed().stream().map(Policy.Witness::name).toList());
        assertEquals(3, witnessed.signatures().size());
        assertReason(Reason.QUORUM_NOT_REACHED, log.policy(3).check(twoOnly));
        SignedNote witnessesOnly = new SignedNote(note.text(), note.signatures().subList(1, 4));
        assertReason(Reason.LOG_SIGNATURE_MISSING, log.policy(1).check(witnessesOnly));
        assertReason(Reason.LOG_UNKNOWN, Policy.of().check(note));
        VerifierKey other =
                VerifierKey.of(
                        "other.example", SignatureType.ED25519, ExampleLog.ed25519().getPublic());
        assertReason(Reason.LOG_UNKNOWN, Policy.of(other).check(note));
        valid(Policy.of().withLogs(List.of(log.signer.key())).check(note));
    }

    @Test
    void aKeyOfTheLogUnderAnotherOriginDoesNotCount() throws Exception {
        var keys = VerifierKeyTest.keys("Ed25519");
        NoteSigner.Text named = NoteSigner.ed25519("other.example", keys);
        Checkpoint checkpoint = new Checkpoint("log.example", 0, TreeHash.empty());

        assertReason(
                Reason.LOG_UNKNOWN,
                Policy.of(named.key()).check(checkpoint.signed(named.sign(checkpoint.toText()))));
    }

    @Test
    void aWitnessThatSignsTwiceCountsOnce() {
        ExampleLog log = new ExampleLog(2);
        Checkpoint checkpoint = log.checkpoint();
        SignedNote note =
                checkpoint
                        .signed(log.signer.sign(checkpoint, ExampleLog.NOW))
                        .with(log.witnesses.getFirst().sign(checkpoint, ExampleLog.NOW))
                        .with(
                                log.witnesses
                                        .getFirst()
                                        .sign(checkpoint, ExampleLog.NOW.plusSeconds(1)));

        assertReason(Reason.QUORUM_NOT_REACHED, log.policy(2).check(note));
        assertEquals(1, valid(log.policy(1).check(note)).tally().signed().size());
    }

    @Test
    void anyBytesAreAPolicyOrRefused() {
        Random random = RandomBytes.seeded("PolicyTest");
        for (int i = 0; i < 3_000; i++) {
            switch (Policy.parse(RandomBytes.mutated(bytes(SPEC), random))) {
                case Parsed.Ok<Policy>(Policy policy) ->
                        assertTrue(policy.quorum().least() <= policy.witnesses().size());
                case Parsed.Malformed<Policy> wrong -> assertTrue(wrong.line() > 0);
            }
        }
    }

    private static void assertMalformed(Reason reason, int line, int column, String text) {
        Parsed<Policy> parsed = Policy.parse(bytes(text));
        assertReason(reason, parsed);
        if (parsed instanceof Parsed.Malformed<Policy> wrong) {
            assertEquals(line + ":" + column, wrong.line() + ":" + wrong.column(), text);
        }
    }

    private static String vkey(String name, SignatureType type) {
        return VerifierKey.of(name, type, ExampleLog.ed25519().getPublic()).vkey();
    }
}
