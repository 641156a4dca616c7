package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.page.Language;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.programs.Grant;
import org.danaya.programs.TestApiKeys;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.signature.TestSigning;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code danaya sign} on an installation whose own timestamps and status answer: a seal at B-LTA,
 * which outlives its certificate. About 30 seconds.
 */
class SealLifeTest {

    private static final String NAME = "Direction du sceau durable (exemple)";

    @TempDir private Path folder;

    @Test
    void aSealOfAProgramOutlivesItsCertificate() throws Exception {
        try (RehearsedPlatform platform = new RehearsedPlatform(folder)) {
            UUID structure = structure(platform);
            Certificate certificate =
                    PlatformSeals.certify(platform::bean, structure, NAME, "Cachet durable");
            UUID keeper = TestAccounts.with(platform::bean);
            TestAccounts.give(platform::bean, keeper, Role.SEAL_KEEPER, Optional.of(structure));
            Path key = Files.createFile(folder.resolve("cle.txt"));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    key,
                    TestApiKeys.give(platform::bean, structure, keeper, Grant.SEAL_DOCUMENTS)
                            .text());
            Path pdf = Files.write(folder.resolve("acte.pdf"), TestSigning.pdf(1).bytes());
            assertThat(
                            Danaya.commandLine(Language.FRENCH)
                                    .execute(
                                            "sign",
                                            pdf.toString(),
                                            "--server",
                                            platform.address().toString(),
                                            "--key-file",
                                            key.toString(),
                                            "--level",
                                            "lta"))
                    .isZero();
            Path sealed = folder.resolve("acte.sealed.pdf");
            assertThat(RehearsedPlatform.run("pdfsig", "-nocert", sealed.toString()))
                    .contains("Signature is Valid");
            holds(platform, sealed);
            platform.bean(Revocations.class)
                    .revoke(certificate.id(), RevocationReason.SUPERSEDED, Optional.empty());
            holds(platform, sealed);
        }
    }

    private static void holds(RehearsedPlatform platform, Path file) throws Exception {
        ValidationOutcome.Checked checked =
                (ValidationOutcome.Checked)
                        platform.bean(Validations.class)
                                .check(
                                        new SignedFile("acte.pdf", Files.readAllBytes(file)),
                                        List.of(),
                                        Locale.FRENCH);
        assertThat(checked.holds()).as(checked.signatures().toString()).isTrue();
        assertThat(checked.signatures().getFirst().level()).contains("LTA");
        assertThat(checked.signatures().getFirst().by().seal()).isTrue();
    }

    private static UUID structure(RehearsedPlatform platform) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, "sceau-durable");
        typed.put(StructureField.KIND, "etablissement");
        typed.put(StructureField.NAME_FR, NAME);
        return switch (platform.bean(Structures.class).create(new StructureDraft(typed))) {
            case StructureOutcome.Recorded(var structure) -> structure.id();
            case StructureOutcome other -> throw new AssertionError(other);
        };
    }
}
