package org.danaya.trust.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.page.Language;
import org.danaya.people.Structures;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.CertificateStatus;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.KnownProfile;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.signature.CertifiedKeys;
import org.danaya.trust.signature.SigningKeys;
import org.springframework.stereotype.Component;

/** The certificates with which structures seal. */
@Component
final class SealCertificates {

    private static final int MOST = 200;

    private final Certificates certificates;
    private final KnownProfiles profiles;
    private final CertifiedKeys keys;
    private final Structures structures;
    private final Clock clock;

    SealCertificates(
            Certificates certificates,
            KnownProfiles profiles,
            CertifiedKeys keys,
            Structures structures,
            Clock clock) {
        this.certificates = certificates;
        this.profiles = profiles;
        this.keys = keys;
        this.structures = structures;
        this.clock = clock;
    }

    /**
     * A certificate that is in force and whose key is kept here.
     *
     * @param holder what opens its key
     */
    record Usable(Certificate certificate, SigningKeys.Holder holder) {

        /** The name that a reader of the seal sees. */
        String name() {
            return holder.certificate()
                    .getSubjectX500Principal()
                    .getName()
                    .replaceFirst("(?s).*?CN=((?:\\\\.|[^,\\\\])*).*", "$1")
                    .replace("\\", "");
        }
    }

    /**
     * The one with which a structure seals: of several, the last to end.
     *
     * @throws Fault {@link SealFault#NO_CERTIFICATE}, {@link SealFault#SUSPENDED}, {@link
     *     SealFault#ENDED}
     */
    Usable of(UUID structure) {
        List<Certificate> all = seals(structure);
        Optional<Certificate> good =
                all.stream().filter(each -> standing(each).reliable()).findFirst();
        if (good.isPresent()) {
            return new Usable(good.get(), keys.holder(good.get()));
        }
        if (all.isEmpty()) {
            throw new Fault(SealFault.NO_CERTIFICATE, name(structure));
        }
        throw new Fault(
                all.stream().anyMatch(each -> standing(each) == Standing.SUSPENDED)
                        ? SealFault.SUSPENDED
                        : SealFault.ENDED,
                name(structure));
    }

    /**
     * Looks again whether a certificate is in force.
     *
     * @throws Fault {@link SealFault#SUSPENDED}, {@link SealFault#ENDED}
     */
    void needInForce(Usable usable) {
        Certificate now = certificates.get(usable.certificate().id());
        String name = now.structure().map(this::name).orElseGet(usable::name);
        switch (standing(now)) {
            case GOOD -> {}
            case SUSPENDED -> throw new Fault(SealFault.SUSPENDED, name);
            case ENDED -> throw new Fault(SealFault.ENDED, name);
        }
    }

    /** Whether a structure can seal now. */
    boolean can(UUID structure) {
        return seals(structure).stream().anyMatch(each -> standing(each).reliable());
    }

    private String name(UUID structure) {
        return structures
                .find(structure)
                .map(found -> found.name(Language.FRENCH))
                .orElseGet(structure::toString);
    }

    private List<Certificate> seals(UUID structure) {
        return profiles.all().stream()
                .map(KnownProfile::profile)
                .filter(profile -> profile.kind() == ProfileKind.SEAL)
                .flatMap(profile -> certificates.find(of(structure, profile), "", 0, MOST).stream())
                .filter(each -> each.keyLabel().isPresent())
                .sorted(Comparator.comparing(Certificate::notAfter).reversed())
                .toList();
    }

    private static Certificates.Search of(UUID structure, Profile profile) {
        return new Certificates.Search(
                "",
                Optional.empty(),
                Optional.of(profile.id()),
                new Reach.Structures(Set.of(structure)));
    }

    private enum Standing {
        GOOD,
        SUSPENDED,
        ENDED;

        boolean reliable() {
            return this == GOOD;
        }
    }

    private Standing standing(Certificate certificate) {
        Instant now = clock.instant();
        boolean within =
                !now.isBefore(certificate.notBefore()) && !now.isAfter(certificate.notAfter());
        return switch (certificate.state()) {
            case CertificateStatus.State.Good _ -> within ? Standing.GOOD : Standing.ENDED;
            case CertificateStatus.State.Suspended _ ->
                    within ? Standing.SUSPENDED : Standing.ENDED;
            case CertificateStatus.State.Revoked _ -> Standing.ENDED;
        };
    }
}
