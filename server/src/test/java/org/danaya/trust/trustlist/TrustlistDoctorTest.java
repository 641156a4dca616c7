package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.doctor.Patient;
import org.danaya.store.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a published list, long before its end and after. */
class TrustlistDoctorTest {

    @TempDir Path folder;

    @Test
    void theEndIsToldInGoodTime() throws Exception {
        assertThat(code(0)).isEqualTo("trustlist-none");
        Path published = Files.createDirectories(folder.resolve("published/tl"));
        TestLists.Signing signing = TestLists.key("doctor", KeyAlgorithm.EC_P256);
        Path list = published.resolve("danaya-tl.xml");
        Files.write(list, TestLists.signed(TestLists.example(signing.certificate()), signing));
        assertThat(code(0)).isEqualTo("trustlist");
        assertThat(code(120)).isEqualTo("trustlist-soon");
        assertThat(code(151)).isEqualTo("trustlist-overdue");
        Files.writeString(list, "<a/>");
        assertThat(code(0)).isEqualTo("trustlist-unreadable");
    }

    private String code(int days) {
        Instant at = TestLists.NOW.plus(Duration.ofDays(days));
        Patient patient =
                new Patient(
                        Home.at(folder),
                        Settings.of(TrustlistSettings.ALL, Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Clock.fixed(at, ZoneOffset.UTC));
        return new TrustlistDoctor().look(patient).getFirst().code();
    }
}
