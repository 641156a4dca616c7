package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.springframework.stereotype.Component;

/** The authorities, each under the one that issued it. */
@Component
class AuthorityTree {

    private static final Duration SOON = Duration.ofDays(365);

    private final Authorities authorities;
    private final Clock clock;

    AuthorityTree(Authorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /** All authorities, each followed by those below it. */
    Shown.Trees all() {
        List<Authority> all = authorities.all();
        List<Shown.Node> nodes = new ArrayList<>();
        all.stream()
                .filter(each -> each.issuer().isEmpty())
                .forEach(root -> add(root, 0, all, nodes));
        return new Shown.Trees(nodes, all.stream().anyMatch(Authority::rehearsal));
    }

    private void add(Authority authority, int depth, List<Authority> all, List<Shown.Node> nodes) {
        nodes.add(node(authority, depth));
        all.stream()
                .filter(each -> each.issuer().equals(Optional.of(authority.id())))
                .forEach(each -> add(each, depth + 1, all, nodes));
    }

    private Shown.Node node(Authority authority, int depth) {
        TBSCertificate tbs = CertificateWords.tbs(authority.certificate());
        return new Shown.Node(
                authority,
                CertificateWords.title(tbs),
                authority.kind(),
                depth,
                state(authority),
                authority.keyLabel().isPresent()
                        ? new Tag("registration.authority.online", Tone.SUCCESS)
                        : new Tag("registration.authority.offline", Tone.NEUTRAL),
                tbs.getStartDate().getDate().toInstant(),
                HexFormat.of().formatHex(authority.sha256()),
                authority.issuer().isEmpty());
    }

    private Tag state(Authority authority) {
        Instant now = clock.instant();
        if (now.isAfter(authority.notAfter())) {
            return new Tag("registration.authority.expired", Tone.DANGER);
        }
        if (authority.endedAt().isPresent()) {
            return new Tag("registration.authority.ended", Tone.NEUTRAL);
        }
        return now.plus(SOON).isAfter(authority.notAfter())
                ? new Tag("registration.authority.soon", Tone.WARNING)
                : new Tag("registration.authority.valid", Tone.SUCCESS);
    }
}
