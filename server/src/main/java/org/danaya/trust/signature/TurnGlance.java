package org.danaya.trust.signature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.springframework.stereotype.Component;

/** On the console's first page: documents that wait for this person's signature. */
@Component
class TurnGlance implements Glance {

    private final SigningRequests requests;

    TurnGlance(SigningRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        UUID self = Actor.self();
        long turns =
                requests.of(self, Optional.empty(), SigningPages.MOST_SHOWN).stream()
                        .filter(each -> each.signer(self).filter(each::turn).isPresent())
                        .count();
        return turns == 0
                ? List.of()
                : List.of(
                        Seen.waiting(
                                new Tag("signature.state.open", Tone.INFO),
                                "signature.glance.sign",
                                SigningPages.PATH,
                                turns));
    }
}
