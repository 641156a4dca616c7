package org.danaya.witness;

import java.util.List;
import org.danaya.base.Right;
import org.danaya.page.Answer;
import org.danaya.page.Glance;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The witnesses of this log, in the console. */
@Controller
class WitnessPages implements Glance {

    static final String PATH = "/console/witnesses";

    private final Witnesses witnesses;

    WitnessPages(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Needs(Right.READ_LOG_STATE)
    @GetMapping(PATH)
    Answer list() {
        return Page.of("witness/witnesses", view());
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        return visitor.rights().contains(Right.READ_LOG_STATE) && witnesses.policy().isPresent()
                ? List.of(Seen.health(view().quorumTag(), "witness.glance"))
                : List.of();
    }

    private WitnessesView view() {
        return new WitnessesView(witnesses.quorum(), witnesses.health());
    }
}
