package org.danaya.mandates.letter;

import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;

/** Letters of mandates on the platform that all tests share. */
public final class PlatformLetters {

    private PlatformLetters() {}

    /** The letter as it is while no structure can seal it. */
    public static byte[] draft(Mandate.Head head) {
        return made(head);
    }

    /** The letter in French, sealed with a certificate that the structure gets for it. */
    public static byte[] sealed(Mandate.Head head) {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        if (made(head).length > 0 && letters().of(head.id()).stream().anyMatch(Letter::draft)) {
            PlatformSeals.certify(
                    TestPlatform::bean,
                    head.terms().structure(),
                    head.names().structure(),
                    head.names().structure());
        }
        return made(head);
    }

    private static byte[] made(Mandate.Head head) {
        letters().make(head.id());
        return letters().content(head.id(), Edition.FRENCH).orElseThrow();
    }

    private static Letters letters() {
        return TestPlatform.bean(Letters.class);
    }
}
