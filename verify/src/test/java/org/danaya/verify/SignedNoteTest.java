package org.danaya.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of signed-note, "Verifier keys". */
    static final String SPEC_VKEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    static final String SPEC_NOTE =
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final VerifierKey KEY = VerifierKey.parse(SPEC_VKEY).orThrow();

    @Test
    void theNoteOfTheSpecificationVerifies() {
        SignedNote note = SignedNote.parse(bytes(SPEC_NOTE)).orThrow();

        VerifiedNote verified = valid(note.verify(List.of(KEY)));

        assertEquals("This is an example message.\n", verified.note().text());
        assertTrue(verified.signedBy(KEY));
        assertTrue(verified.signatures().getFirst().posixSeconds().isEmpty());
    }

    @Test
    void theFirstNoteOfTheSpecificationIsReadWithItsEmptyLine() {
        SignedNote note =
                SignedNote.parse(
                                bytes(
                                        """
                                        Ognuno sta solo sul cuor della terra
                                        trafitto da un raggio di sole:

                                        ed è subito sera.

                                        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                                        """))
                        .orThrow();

        assertTrue(note.text().endsWith("sole:\n\ned è subito sera.\n"));
        assertEquals("quasimodo.example/salvatore", note.signatures().getFirst().name());
        assertEquals(0x367ba04b, note.signatures().getFirst().keyId());
    }

    @Test
    void aNoteIsWrittenAsItWasRead() {
        assertArrayEquals(bytes(SPEC_NOTE), SignedNote.parse(bytes(SPEC_NOTE)).orThrow().toBytes());
    }

    @Test
    void everyFlippedBitIsFound() {
        byte[] note = bytes(SPEC_NOTE);
        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] flipped = RandomBytes.flipped(note, bit);

            Verdict<VerifiedNote> verdict =
                    SignedNote.parse(flipped).check(read -> read.verify(List.of(KEY)));

            assertInstanceOf(Verdict.Invalid.class, verdict, "bit " + bit);
        }
    }

    @Test
    void signaturesOfUnknownKeysAreIgnoredEvenWithTheSameNameOrTheSameId() {
        SignedNote note = SignedNote.parse(bytes(SPEC_NOTE)).orThrow();
        SignedNote more =
                note.with(new NoteSignature(KEY.name(), KEY.id() + 1, new byte[64]))
                        .with(new NoteSignature("example.com/bar", KEY.id(), new byte[64]))
                        .with(new NoteSignature("example.com/bar", 1, new byte[1]));

        assertEquals(1, valid(more.verify(List.of(KEY))).signatures().size());
    }

    @Test
    void oneWrongSignatureOfAKnownKeyRefusesTheNote() {
        SignedNote note = SignedNote.parse(bytes(SPEC_NOTE)).orThrow();
        SignedNote more = note.with(new NoteSignature(KEY.name(), KEY.id(), new byte[64]));

        assertReason(Reason.SIGNATURE_WRONG, more.verify(List.of(KEY)));
    }

    @Test
    void aNoteWithoutAKnownSignatureIsRefused() {
        SignedNote note = SignedNote.parse(bytes(SPEC_NOTE)).orThrow();

        assertReason(Reason.SIGNATURE_UNKNOWN, note.verify(List.of()));
    }

    @Test
    void sixteenSignaturesOfFiveKilobytesAreRead() {
        SignedNote note = SignedNote.parse(bytes(SPEC_NOTE)).orThrow();
        for (int i = 0; i < 16; i++) {
            note = note.with(new NoteSignature("w" + i, i, new byte[5000]));
        }

        assertEquals(17, SignedNote.parse(note.toBytes()).orThrow().signatures().size());
    }

    @Test
    void tooManySignaturesAndTooManyBytesAreRefused() {
        String line = "— a AAAAAAA=\n";

        assertReason(
                Reason.NOTE_TOO_MANY_SIGNATURES,
                SignedNote.parse(bytes("text\n\n" + line.repeat(101))));
        assertReason(Reason.TOO_LARGE, SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]));
    }

    @Test
    void eachBrokenRuleHasItsReasonAndItsLine() {
        assertReason(Reason.NOT_UTF8, SignedNote.parse(new byte[] {'a', (byte) 0xff, '\n'}));
        assertReason(Reason.CONTROL_CHARACTER, SignedNote.parse(bytes("a\tb\n\n— a AAAAAAA=\n")));
        assertReason(Reason.CONTROL_CHARACTER, SignedNote.parse(bytes("a\r\n\n— a AAAAAAA=\n")));
        assertReason(Reason.NOTE_SEPARATOR, SignedNote.parse(bytes("a\n— a AAAAAAA=\n")));
        assertReason(Reason.NOTE_SEPARATOR, SignedNote.parse(new byte[0]));
        assertReason(Reason.NOTE_UNSIGNED, SignedNote.parse(bytes("a\n\n")));
        assertReason(Reason.TRUNCATED, SignedNote.parse(bytes("a\n\n— a AAAAAAA=")));
        var wrong =
                assertInstanceOf(
                        Parsed.Malformed.class,
                        SignedNote.parse(bytes("a\n\n— a AAAAAAA=\n- a AAAAAAA=\n")));
        assertEquals(Reason.NOTE_SIGNATURE_LINE, wrong.reason());
        assertEquals(4, wrong.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "— a AAAAAA==", // 4 bytes: a key ID alone
                "— a AAAAAAA", // no padding
                "— a AAAAAAB=", // bits beyond the last byte
                "— a  AAAAAAA=",
                "— a AAAAAAA= ",
                "— a AAA-AAA=",
                "—  AAAAAAA=",
                "— a+b AAAAAAA=",
                "— a\u00a0b AAAAAAA=",
                "— a\u2003b AAAAAAA=",
                "— a\u0085b AAAAAAA=",
                "— a",
                "—a AAAAAAA=",
                "a AAAAAAA="
            })
    void aSignatureLineOfAnotherFormIsRefused(String line) {
        assertInstanceOf(Parsed.Malformed.class, NoteSignature.parse(line));
        assertInstanceOf(Parsed.Malformed.class, SignedNote.parse(bytes("text\n\n" + line + "\n")));
    }

    @Test
    void theTextEndsAtTheLastBlankLine() {
        String inner = "text\n\n— a AAAAAAA=\n";
        SignedNote note = SignedNote.parse(bytes(inner + "\n— b AAAAAAA=\n")).orThrow();

        assertEquals(inner, note.text());
        assertEquals("b", note.signatures().getFirst().name());
    }

    @Test
    void anyBytesAreReadOrRefusedAndWhatIsReadIsWrittenBack() {
        Random random = RandomBytes.seeded("SignedNoteTest");
        for (int i = 0; i < 20_000; i++) {
            byte[] note = RandomBytes.mutated(bytes(SPEC_NOTE), random);
            if (SignedNote.parse(note) instanceof Parsed.Ok<SignedNote>(SignedNote read)) {
                assertArrayEquals(note, read.toBytes());
            }
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static <T> T valid(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Valid<T>(T evidence) -> evidence;
            case Verdict.Invalid<T> invalid -> throw new AssertionError(invalid);
            case Verdict.Unverifiable<T> unknown -> throw new AssertionError(unknown);
        };
    }

    static void assertReason(Reason reason, Parsed<?> parsed) {
        var wrong = assertInstanceOf(Parsed.Malformed.class, parsed);
        assertEquals(reason, wrong.reason(), wrong::toString);
    }

    static void assertReason(Reason reason, Verdict<?> verdict) {
        var wrong = assertInstanceOf(Verdict.Invalid.class, verdict);
        assertEquals(reason, wrong.reason(), wrong::toString);
    }
}
