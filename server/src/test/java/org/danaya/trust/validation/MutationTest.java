package org.danaya.trust.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Good files, damaged at random: each gets an answer within its time and never an exception. {@code
 * -Ddanaya.fuzz.rounds} for more, {@code -Ddanaya.seed} to repeat.
 */
class MutationTest {

    private static final TestSigning KIT = new TestSigning();
    private static final int ROUNDS = Integer.getInteger("danaya.fuzz.rounds", 25);
    private static final byte[] CONTENT =
            "Exemple : payez 1 000 FCFA".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aDamagedFileGetsAnAnswer(SignatureForm form) {
        SignedFile good =
                KIT.sign(
                        form,
                        SignatureLevel.T,
                        form == SignatureForm.PADES
                                ? TestSigning.pdf(1)
                                : new SignedFile("note.txt", CONTENT));
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("danaya.seed=" + seed + " " + form);
        Random random = new Random(seed);
        Validations validator = KIT.validator();
        for (int i = 0; i < ROUNDS; i++) {
            SignedFile damaged = new SignedFile(good.name(), damaged(good.bytes(), random));
            ValidationOutcome outcome = validator.check(damaged, List.of(), Locale.FRENCH);
            assertThat(
                            Stream.of(outcome)
                                    .filter(ValidationOutcome.Refused.class::isInstance)
                                    .map(ValidationOutcome.Refused.class::cast)
                                    .map(ValidationOutcome.Refused::why))
                    .as("seed %d round %d", seed, i)
                    .doesNotContain(Refusal.TOO_SLOW);
        }
    }

    /** One to four of: a flipped bit, a run of other bytes, a cut, a part twice. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> {
                    for (int i = at; i < Math.min(bytes.length, at + 16); i++) {
                        bytes[i] = (byte) random.nextInt();
                    }
                }
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int to = Math.min(bytes.length, at + random.nextInt(2_000));
                    byte[] more = java.util.Arrays.copyOf(bytes, bytes.length + to - at);
                    System.arraycopy(bytes, at, more, to, bytes.length - at);
                    bytes = more;
                }
            }
        }
        return bytes;
    }
}
