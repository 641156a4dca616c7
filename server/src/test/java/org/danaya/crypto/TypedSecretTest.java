package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret of the keys, typed at each start and written nowhere. */
class TypedSecretTest {

    @TempDir Path keys;

    @Test
    void keysAreOpenedByWhatWasTypedAndByNothingElse() {
        try (Tokens tokens = open(() -> Optional.of(Secret.of("tapé à la main")))) {
            assertThat(tokens.guarded()).isTrue();
            tokens.authorities().make("essai", KeyAlgorithm.EC_P256);
        }
        assertThat(keys.resolve("tokens/keys.secret")).doesNotExist();
        try (Tokens tokens = open(() -> Optional.of(Secret.of("tapé à la main")))) {
            assertThat(tokens.authorities().find("essai")).isPresent();
        }
        refused(CryptoFault.SECRET_WRONG, () -> Optional.of(Secret.of("autre chose")));
        refused(CryptoFault.NOBODY_TO_ASK, Optional::empty);
    }

    private void refused(CryptoFault code, Supplier<Optional<Secret>> terminal) {
        assertThatThrownBy(
                        () -> {
                            try (Tokens tokens = open(terminal)) {
                                tokens.authorities().find("essai");
                            }
                        })
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private Tokens open(Supplier<Optional<Secret>> terminal) {
        return Tokens.open(
                Settings.of(KeySettings.ALL, Map.of("keys.ask", "true")),
                keys,
                new SecureRandom(),
                terminal);
    }
}
