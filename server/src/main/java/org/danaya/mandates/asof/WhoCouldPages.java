package org.danaya.mandates.asof;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Query;
import org.danaya.mandates.status.ScopeWords;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.View;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who could, on a day: the question, the answer, and the file that shows it. */
@Controller
public final class WhoCouldPages {

    static final String PATH = "/console/who-could";

    private final Asking asking;
    private final ScopeWords scopes;

    WhoCouldPages(Asking asking, ScopeWords scopes) {
        this.asking = asking;
        this.scopes = scopes;
    }

    /**
     * The question as it was typed, and its answer.
     *
     * @param on the day asked about; today where none was typed
     * @param problem the key of what is wrong with the question; empty for nothing
     */
    public record Shown(
            Query query,
            String on,
            List<Power> powers,
            String problem,
            String structure,
            Optional<WhoCould.Answer> answer,
            ScopeWords scopes) {

        /** The key of a power's name. */
        public String word(Power power) {
            return "mandates.power." + power.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The limits, in words; "" where there is none. */
        public String limits(View view, Able able) {
            return scopes.say(view.language(), able.scope());
        }

        /** The address of the file. */
        public String proof() {
            return new Query(PATH + "/proof", query.parameters()).changed(Map.of());
        }
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer show(Query query) {
        if (query.parameters().isEmpty()) {
            return page(query, "", "", Optional.empty());
        }
        return switch (asking.read(query)) {
            case Asking.Read.Whole(WhoCould.Question question) ->
                    page(
                            query,
                            "",
                            asking.structure(question).name(Language.FRENCH),
                            Optional.of(asking.find(question)));
            case Asking.Read.Unknown _ ->
                    page(query, "mandates.who.unknown", "", Optional.empty()).status(422);
            case Asking.Read.Partial _ ->
                    page(query, "mandates.who.partial", "", Optional.empty()).status(422);
        };
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH + "/proof")
    Answer proof(Query query) {
        if (!(asking.read(query) instanceof Asking.Read.Whole(WhoCould.Question question))) {
            throw new Fault(PageFault.MALFORMED);
        }
        byte[] zip = Proofs.zip(asking.told(question));
        return new Download(
                "who-could-" + question.day() + ".zip",
                "application/zip",
                (_, out) -> out.write(zip));
    }

    private Page page(
            Query query, String problem, String structure, Optional<WhoCould.Answer> answer) {
        return Page.of(
                "mandates/who-could",
                new Shown(
                        query,
                        query.text("on").isEmpty() ? asking.today().toString() : query.text("on"),
                        Arrays.asList(Power.values()),
                        problem,
                        structure,
                        answer,
                        scopes));
    }
}
