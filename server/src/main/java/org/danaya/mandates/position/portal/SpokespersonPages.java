package org.danaya.mandates.position.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Spokespersons for everybody: who may speak for which structure, and whether somebody may. What
 * was asked stands in no address and is kept nowhere.
 */
@Controller
public class SpokespersonPages {

    static final String PATH = "/spokespersons";

    private static final int LONGEST_NAME = 120;
    private static final Field<String> NAME = Field.text("name", LONGEST_NAME);

    private final Spokespersons spokespersons;
    private final Pages pages;

    SpokespersonPages(Spokespersons spokespersons, Pages pages) {
        this.spokespersons = spokespersons;
        this.pages = pages;
    }

    /** What somebody asked, and whom the name may mean. */
    public record Answered(String name, List<PositionViews.Voice> found) {}

    /** What the page shows. */
    public record Shown(List<PositionViews.Voices> all, Form form, Optional<Answered> answered) {}

    @Open
    @GetMapping(PATH)
    Answer list(HttpServletRequest request) {
        return page(request, form(), Optional.empty());
    }

    @Open
    @PostMapping(PATH)
    Answer search(HttpServletRequest request, Submission sent) {
        Form form = form().read(sent);
        if (form.wrong()) {
            return page(request, form, Optional.empty()).status(422);
        }
        String typed = form.get(NAME);
        return page(
                        request,
                        form(),
                        Optional.of(
                                new Answered(typed, spokespersons.named(typed, language(request)))))
                .unkept();
    }

    private Page page(HttpServletRequest request, Form form, Optional<Answered> answered) {
        return Page.of(
                "positions/spokespersons",
                new Shown(spokespersons.all(language(request)), form, answered));
    }

    private Language language(HttpServletRequest request) {
        return pages.view(request).language();
    }

    private static Form form() {
        return Form.of("positions.spokespersons.search", NAME);
    }
}
