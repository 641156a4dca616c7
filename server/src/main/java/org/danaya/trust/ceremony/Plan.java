package org.danaya.trust.ceremony;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.AuthorityKind;

/**
 * What a first ceremony is to make.
 *
 * @param title what the ceremony is called in its minute
 * @param witnesses who is there, with their functions
 * @param suffix ends the codes of the authorities, such as {@code 2026}
 * @param names the common names, the root's too
 * @param listLife how long the root's revocation list holds
 */
record Plan(
        boolean rehearsal,
        String title,
        String place,
        List<String> witnesses,
        String suffix,
        KeyAlgorithm rootAlgorithm,
        KeyAlgorithm issuingAlgorithm,
        Map<AuthorityKind, String> names,
        RootKeyPlace rootKey,
        Duration listLife) {

    /** In a rehearsal nothing lives longer. */
    static final Duration REHEARSAL_LIFE = Duration.ofDays(90);

    /** Begins every name of a rehearsal. */
    static final String REHEARSAL_MARK = "RÉPÉTITION/REHEARSAL ";

    private static final String REHEARSAL_CODE = "rehearsal-";

    /** The code of an authority. */
    String code(AuthorityKind kind) {
        return code(rehearsal, kind, suffix);
    }

    static String code(boolean rehearsal, AuthorityKind kind, String suffix) {
        return (rehearsal ? REHEARSAL_CODE : "") + kind.code() + "-" + suffix;
    }

    /** The common name of an authority, marked where it is a rehearsal's. */
    String name(AuthorityKind kind) {
        return mark(rehearsal, names.getOrDefault(kind, kind.code()));
    }

    static String mark(boolean rehearsal, String name) {
        return rehearsal && !name.startsWith(REHEARSAL_MARK) ? REHEARSAL_MARK + name : name;
    }
}
