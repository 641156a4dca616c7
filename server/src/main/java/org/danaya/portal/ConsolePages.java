package org.danaya.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.page.Answer;
import org.danaya.page.Glance;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.SignedIn;
import org.danaya.page.Visitor;
import org.danaya.page.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's first page: what waits for the person, and how things are. */
@Controller
class ConsolePages {

    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<Glance> glances;

    ConsolePages(ObjectProvider<Visitors> visitors, ObjectProvider<Glance> glances) {
        this.visitors = visitors;
        this.glances = glances;
    }

    @SignedIn
    @GetMapping("/console")
    Answer console(HttpServletRequest request) {
        Visitor visitor =
                Optional.ofNullable(visitors.getIfAvailable())
                        .flatMap(known -> known.visitor(request))
                        .orElseThrow(() -> new Fault(PageFault.SIGN_IN_NEEDED));
        List<Glance.Seen> seen =
                glances.orderedStream().flatMap(glance -> glance.look(visitor).stream()).toList();
        return Page.of(
                "portal/console",
                new ConsoleView(of(seen, Glance.Kind.WAITING), of(seen, Glance.Kind.HEALTH)));
    }

    private static List<Glance.Seen> of(List<Glance.Seen> seen, Glance.Kind kind) {
        return seen.stream().filter(each -> each.kind() == kind).toList();
    }
}
