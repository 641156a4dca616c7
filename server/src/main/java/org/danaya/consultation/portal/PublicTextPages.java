package org.danaya.consultation.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Kept;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.VersionEvent;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.console.TextShow;
import org.danaya.consultation.paper.PublishedPapers;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.View;
import org.danaya.table.Pager;
import org.danaya.text.file.TextFiles;
import org.danaya.text.file.TextForm;
import org.danaya.text.flow.Flow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Published texts for everybody, with their way: each frozen version, when it moved, and what
 * changed from one to the next. Before its publication nothing is told of a text, not even that it
 * exists; no person is named.
 */
@Controller
class PublicTextPages {

    static final String PATH = PublicDossiers.PATH;

    private static final String ONE = PublicDossiers.ONE;
    private static final int ROWS = 50;

    /** Files that are kept written. */
    private static final int FILES = 32;

    /** What is told of a version's way: who drafted it, and that, is nobody's business. */
    private static final Set<String> TOLD =
            Set.of(
                    "frozen",
                    "in-consultation",
                    "closed",
                    "validated",
                    "sent",
                    "interministerial",
                    "on-agenda",
                    "returned",
                    "superseded",
                    "adopted",
                    "noted",
                    "corrected",
                    "published");

    /** Of which the reason is told too. */
    private static final Set<String> REASONED = Set.of("returned", "corrected");

    private final Texts texts;
    private final PublishedPapers papers;
    private final PublicDossiers dossiers;
    private final PublicCauses causes;
    private final Answers answers;
    private final Kept<FileKey, byte[]> files = new Kept<>(FILES);

    /** A file of a text that never changes. */
    private record FileKey(UUID version, TextForm form, Language language) {}

    PublicTextPages(
            Texts texts,
            PublishedPapers papers,
            PublicDossiers dossiers,
            PublicCauses causes,
            Answers answers) {
        this.texts = texts;
        this.papers = papers;
        this.dossiers = dossiers;
        this.causes = causes;
        this.answers = answers;
    }

    @Open
    @GetMapping(PATH)
    Answer list(Query query) {
        int page = query.number("page", 1, 100_000, 1);
        List<PublicTexts.Row> rows = new ArrayList<>();
        for (Dossier dossier : texts.register().published((page - 1L) * ROWS, ROWS)) {
            dossiers.published(dossier).ifPresent(version -> rows.add(row(dossier, version)));
        }
        return Page.of(
                "consultation/public-list",
                new PublicTexts.Listed(
                        rows, new Pager(query, page, ROWS, texts.register().countPublished())));
    }

    private PublicTexts.Row row(Dossier dossier, TextVersion version) {
        return new PublicTexts.Row(
                dossier.title(),
                PATH + "/" + dossier.slug(),
                dossier.lead().name(),
                texts.adopting().of(version.id()).map(Adoption::act).map(Adoption.Act::day));
    }

    @Open
    @GetMapping(ONE)
    Answer one(@PathVariable String slug) {
        Dossier dossier = dossiers.dossier(slug);
        TextVersion version = dossiers.published(dossier).orElseThrow(PublicDossiers::unknown);
        Flow text = texts.register().text(version).flow();
        return Page.of(
                "consultation/public-one",
                new PublicTexts.One(
                        dossier,
                        version,
                        texts.adopting().of(version.id()),
                        ways(dossier),
                        Arrays.stream(TextForm.values()).map(TextForm::code).toList(),
                        PATH + "/" + slug,
                        papers.has(version.id()),
                        text));
    }

    @Open
    @GetMapping(ONE + "/signed.pdf")
    Answer signed(@PathVariable String slug) {
        TextVersion version =
                dossiers.published(dossiers.dossier(slug)).orElseThrow(PublicDossiers::unknown);
        byte[] file = papers.content(version.id()).orElseThrow(PublicDossiers::unknown);
        return new Download(slug + ".pdf", "application/pdf", (_, out) -> out.write(file));
    }

    private List<PublicTexts.Way> ways(Dossier dossier) {
        List<PublicTexts.Way> ways = new ArrayList<>();
        for (TextVersion version : dossiers.frozen(dossier)) {
            ways.add(
                    new PublicTexts.Way(
                            version.head().number(),
                            TextDesk.tag(version),
                            texts.register().history(version.id()).stream()
                                    .filter(event -> TOLD.contains(event.kind()))
                                    .map(PublicTextPages::step)
                                    .toList(),
                            texts.register()
                                    .before(version)
                                    .map(
                                            _ ->
                                                    PATH
                                                            + "/"
                                                            + dossier.slug()
                                                            + "/changes/"
                                                            + version.head().number()),
                            answered(dossier, version)));
        }
        return ways;
    }

    private Optional<String> answered(Dossier dossier, TextVersion version) {
        int all =
                answers.register().count(MatrixSearch.all(version.id()), PublicAnswerPages.NOTHING);
        return all > 0
                ? Optional.of(PublicDossiers.path(dossier) + "/answers/" + version.head().number())
                : Optional.empty();
    }

    private static PublicTexts.Step step(VersionEvent event) {
        return new PublicTexts.Step(
                "consultation.step." + event.kind(),
                event.at(),
                REASONED.contains(event.kind()) ? event.reason() : Optional.empty());
    }

    @Open
    @GetMapping(ONE + "/changes/{number:[0-9]{1,4}}")
    Answer changes(@PathVariable String slug, @PathVariable int number) {
        Dossier dossier = dossiers.dossier(slug);
        TextVersion after = dossiers.frozen(dossier, number);
        TextVersion before =
                texts.register()
                        .before(after)
                        .orElseThrow(() -> new Fault(ConsultationFault.NOTHING_BEFORE));
        return Page.of(
                "consultation/public-changes",
                new PublicChanges(
                        dossier,
                        before.head().number(),
                        number,
                        PATH + "/" + slug,
                        texts.register().redline(before, after),
                        causes.of(dossier, after)));
    }

    @Open
    @GetMapping(ONE + "/text.{form:[a-z]{2,4}}")
    Answer file(@PathVariable String slug, @PathVariable String form) {
        Dossier dossier = dossiers.dossier(slug);
        TextVersion version = dossiers.published(dossier).orElseThrow(PublicDossiers::unknown);
        TextForm wanted = TextForm.of(form).orElseThrow(PublicDossiers::unknown);
        return new Download(
                dossier.slug() + "." + wanted.ending(),
                wanted.type(),
                (view, out) ->
                        out.write(
                                files.get(
                                        new FileKey(version.id(), wanted, view.language()),
                                        () -> written(dossier, version, wanted, view))));
    }

    private byte[] written(Dossier dossier, TextVersion version, TextForm form, View view) {
        return form == TextForm.AKN
                ? texts.register().akn(version)
                : TextFiles.write(
                        texts.register().text(version).root(),
                        texts.register().text(version).flow(),
                        form,
                        TextShow.imprinted(dossier, version, view));
    }
}
