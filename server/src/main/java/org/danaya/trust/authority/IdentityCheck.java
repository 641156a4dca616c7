package org.danaya.trust.authority;

import java.util.List;
import java.util.Locale;
import org.danaya.trust.profile.ProfileKind;

/**
 * What an officer checks before a certificate is prepared (ETSI EN 319 411-1 §6.2.2, §6.2.3). Its
 * words are under {@code authority.check.NAME}.
 */
public enum IdentityCheck {
    /** The identity document is genuine, valid and this person's. */
    IDENTITY_DOCUMENT,
    /** The person was there, or was seen in a way that the law holds equal. */
    PRESENCE,
    /** The person holds the function in the structure, by an act. */
    FUNCTION,
    /** The structure exists under this name and number. */
    STRUCTURE,
    /** Who asks may ask for the structure. */
    REPRESENTATIVE,
    /** Who asks controls the names in the certificate. */
    CONTROL_OF_NAMES;

    /** Those that a certificate of a kind needs. */
    public static List<IdentityCheck> of(ProfileKind kind) {
        return switch (kind) {
            case SIGNATURE -> List.of(IDENTITY_DOCUMENT, PRESENCE, FUNCTION);
            case SEAL -> List.of(STRUCTURE, REPRESENTATIVE);
            case TLS_SERVER -> List.of(REPRESENTATIVE, CONTROL_OF_NAMES);
            case TLS_CLIENT -> List.of(REPRESENTATIVE);
            case ROOT, ISSUING, OCSP, TIMESTAMP -> List.of();
        };
    }

    /** Its stable name, such as {@code identity-document}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
