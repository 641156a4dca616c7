package org.danaya.trust.seal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.access.TestNames;
import org.danaya.app.TestPlatform;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.log.Leaves;
import org.danaya.page.Words;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.programs.Grant;
import org.danaya.programs.TestApiKeys;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.signature.AdesEngine;
import org.danaya.trust.signature.SigningKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Structures that can seal, on the shared platform. */
public final class TestSeals {

    private TestSeals() {}

    /** A structure with a certificate for seals in force. */
    public static UUID certified(String identifier, String name) {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        UUID structure = structure(identifier, name);
        PlatformSeals.certify(TestPlatform::bean, structure, name, "Cachet " + name);
        return structure;
    }

    /** An account that keeps the seal of a structure. */
    public static UUID keeper(UUID structure) {
        UUID keeper = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, keeper, Role.SEAL_KEEPER, Optional.of(structure));
        return keeper;
    }

    /** A key that seals for a structure. */
    public static TestApiKeys.Given key(UUID structure) {
        return TestApiKeys.give(
                TestPlatform::bean,
                structure,
                keeper(structure),
                Grant.SEAL_DOCUMENTS,
                Grant.READ_SEALS);
    }

    static UUID structure(String identifier, String name) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, identifier);
        typed.put(StructureField.KIND, "etablissement");
        typed.put(StructureField.NAME_FR, name);
        return switch (TestPlatform.bean(Structures.class).create(new StructureDraft(typed))) {
            case StructureOutcome.Recorded(var structure) -> structure.id();
            case StructureOutcome other -> throw new AssertionError(other);
        };
    }

    /** Nobody acts in a structure's name, and nobody needs to. */
    static SealNames names() {
        return new SealNames(TestNames.nobody(), TestPlatform.bean(Words.class));
    }

    /** Sealing with other settings or keys than the platform's. */
    static Seals seals(Map<String, String> given, SigningKeys keys) {
        return new Seals(
                new SealTable(TestPlatform.bean(JdbcClient.class)),
                TestPlatform.bean(SealCertificates.class),
                keys,
                names(),
                TestPlatform.bean(AdesEngine.class),
                TestPlatform.bean(TransactionTemplate.class),
                new SealRecords(TestPlatform.bean(Leaves.class), _ -> {}),
                TestPlatform.bean(Ids.class),
                // Its day doesn't end while a test counts what was sealed in it.
                Clock.fixed(TestPlatform.bean(Clock.class).instant(), ZoneOffset.UTC),
                Settings.of(SealSettings.ALL, given),
                () -> true);
    }
}
