package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void aFileOfItsOwnerAloneIsRead(String rights) throws IOException {
        assertThat(SecretFile.read(file(rights)).reveal()).isEqualTo("un secret d’exemple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rw-r--r--"})
    void aFileThatOthersHaveRightsToIsRefused(String rights) throws IOException {
        Path file = file(rights);
        assertThatThrownBy(() -> SecretFile.read(file))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(BaseFault.SECRET_OPEN));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> SecretFile.read(absent))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo(BaseFault.SECRET_UNREADABLE);
                            assertThat(fault.facts()).contains(absent);
                        });
    }

    private Path file(String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "un secret d’exemple\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
