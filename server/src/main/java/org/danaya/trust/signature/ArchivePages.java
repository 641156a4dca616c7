package org.danaya.trust.signature;

import org.danaya.base.Right;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the archived signatures are. */
@Controller
class ArchivePages {

    static final String PATH = "/console/signature-archives";

    private final Archives archives;

    ArchivePages(Archives archives) {
        this.archives = archives;
    }

    @Needs(Right.READ_HEALTH)
    @GetMapping(PATH)
    Answer show() {
        return Page.of("signature/archives", archives.figures());
    }
}
