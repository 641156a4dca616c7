package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.danaya.base.Version;
import org.junit.jupiter.api.Test;

class LogFormatTest {

    @Test
    void logsForMachinesNameTheProgramsVersion() {
        assertThat(LogFormat.JSON.properties(true))
                .containsEntry("logging.structured.ecs.service.version", Version.current());
        assertThat(Version.current()).matches("[0-9]+[.][0-9]+[.][0-9]+(-SNAPSHOT)?");
        assertThat(LogFormat.AUTO.properties(true))
                .doesNotContainKey("logging.structured.format.console");
    }
}
