package org.danaya.defence.detection.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an attacker is after, in the order of the matrix of MITRE ATT&amp;CK for enterprises. {@link
 * #DEFENSE_EVASION} stands in older rules: version 19 parted it into the two that follow it.
 */
enum Tactic {
    RECONNAISSANCE,
    RESOURCE_DEVELOPMENT,
    INITIAL_ACCESS,
    EXECUTION,
    PERSISTENCE,
    PRIVILEGE_ESCALATION,
    DEFENSE_EVASION,
    STEALTH,
    DEFENSE_IMPAIRMENT,
    CREDENTIAL_ACCESS,
    DISCOVERY,
    LATERAL_MOVEMENT,
    COLLECTION,
    COMMAND_AND_CONTROL,
    EXFILTRATION,
    IMPACT;

    private static final String NAMESPACE = "attack.";

    /** As the tags of rules have it (Sigma, «Tags»): {@code lateral-movement}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tactic that a tag names; older rules write {@code attack.lateral_movement}. */
    static Optional<Tactic> of(String tag) {
        String plain = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.startsWith(NAMESPACE)
                ? Stream.of(values())
                        .filter(tactic -> plain.substring(NAMESPACE.length()).equals(tactic.code()))
                        .findFirst()
                : Optional.empty();
    }
}
