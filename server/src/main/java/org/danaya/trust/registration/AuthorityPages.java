package org.danaya.trust.registration;

import org.danaya.base.Right;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The authorities in the console: who issues whom, whose key is here, what ends when. */
@Controller
class AuthorityPages {

    static final String PATH = "/console/authorities";

    private final AuthorityTree tree;

    AuthorityPages(AuthorityTree tree) {
        this.tree = tree;
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH)
    Answer list() {
        return Page.of("registration/authorities", tree.all());
    }
}
