package org.danaya.consultation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.SearchText;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.DossierSearch;
import org.danaya.consultation.Drafting;
import org.danaya.consultation.TextKind;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Deed;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The texts that there are, one of them, and a new one. */
@Controller
class TextDossierPages {

    static final String PATH = TextDesk.PATH;

    private static final int REFUSED = 422;
    private static final int LONGEST_SLUG = 60;
    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<TextKind> KIND =
            Field.choice("kind", TextKind.class, "consultation.kind").optional();

    private static final Field<TextKind> NEW_KIND =
            Field.choice("kind", TextKind.class, "consultation.kind");
    private static final Field<String> TITLE = Field.text("title", Dossier.LONGEST_TITLE);
    private static final Field<String> ENGLISH =
            Field.text("title-en", Dossier.LONGEST_TITLE).optional();
    private static final Field<String> STRUCTURE = Field.text("structure", 100);
    private static final Field<String> LANGUAGE =
            Field.choice(
                    "language",
                    List.of(
                            Option.worded("fra", "consultation.language.fra"),
                            Option.worded("eng", "consultation.language.eng"),
                            Option.worded("bam", "consultation.language.bam")));

    private final Texts texts;
    private final Structures structures;
    private final TextDesk desk;
    private final Table<Dossier> table =
            Table.of(
                            "consultation.list",
                            List.of(
                                    Column.<Dossier>link("title", Dossier::title, TextDesk::path)
                                            .sortedBy(DossierSearch.BY_TITLE),
                                    Column.<Dossier>words(
                                            "kind",
                                            each -> "consultation.kind." + each.kind().code()),
                                    Column.<Dossier>text("structure", each -> each.lead().name()),
                                    new Column<Dossier>(
                                                    "opened",
                                                    each -> new Cell.Time(each.openedAt()),
                                                    null)
                                            .sortedBy(DossierSearch.BY_TIME)))
                    .filteredBy(TEXT, KIND);

    TextDossierPages(Texts texts, Structures structures, TextDesk desk) {
        this.texts = texts;
        this.structures = structures;
        this.desk = desk;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        DossierSearch search =
                new DossierSearch(
                        asked.filters().find(TEXT).orElse(""),
                        asked.filters().find(KIND),
                        TextDesk.reach(Right.READ_TEXTS));
        List<Dossier> rows =
                texts.register().list(search, asked.orderBy(), asked.offset(), asked.limit());
        if (asked.away()) {
            return table.download(asked, "texts", rows);
        }
        return Page.of(
                "consultation/list",
                new Sheets.Listed(table.show(asked, rows, texts.register().count(search))));
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(PATH + "/new")
    Answer blank() {
        return asking(form().with(NEW_KIND, TextKind.STRATEGY).with(LANGUAGE, "fra"), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(PATH + "/new")
    Answer open(Submission sent) {
        Form form = form().read(sent);
        if (form.wrong()) {
            return asking(form, REFUSED);
        }
        Optional<Structure> lead =
                structures
                        .meant(form.get(STRUCTURE))
                        .filter(each -> Rights.current().hold(Right.DRAFT_TEXTS, each.id()));
        if (lead.isEmpty()) {
            return asking(form.refuse(STRUCTURE, "consultation.new.no-structure"), REFUSED);
        }
        Drafting.Opening opening =
                new Drafting.Opening(
                        slug(form.get(TITLE)),
                        form.get(NEW_KIND),
                        form.get(TITLE),
                        form.find(ENGLISH),
                        form.get(LANGUAGE),
                        new Dossier.Lead(
                                lead.get().id(),
                                lead.get().name(Language.FRENCH),
                                lead.get().identifier()));
        return texts.drafting()
                .open(Actor.self(), opening)
                .<Answer>map(
                        dossier ->
                                Redirect.to(TextDesk.path(dossier))
                                        .saying(Notice.done("consultation.done.opened")))
                .orElseGet(() -> asking(form.refuse(TITLE, "consultation.new.taken"), REFUSED));
    }

    /** A name for addresses, from the words of a title. */
    private static String slug(String title) {
        String plain = NOT_SLUG.matcher(SearchText.plain(title)).replaceAll("-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "texte" : slug;
    }

    private static Form form() {
        return Form.of("consultation.new", NEW_KIND, TITLE, ENGLISH, STRUCTURE, LANGUAGE);
    }

    private static Answer asking(Form form, int status) {
        return new Asked(
                        "consultation.new",
                        "",
                        "consultation.new.intro",
                        TextDesk.up(),
                        form,
                        PATH + "/new",
                        "consultation.new.submit",
                        PATH,
                        false)
                .page(status);
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(PATH + TextDesk.ID)
    Answer one(@PathVariable String id) {
        Dossier dossier = desk.dossier(id, Right.READ_TEXTS);
        List<TextVersion> versions = texts.register().versions(dossier.id());
        List<Sheets.Row> rows = new ArrayList<>();
        for (TextVersion version : versions) {
            String redline =
                    texts.register().before(version).isPresent()
                            ? TextDesk.path(version) + "/changes"
                            : "";
            rows.addFirst(
                    new Sheets.Row(
                            version, TextDesk.tag(version), TextDesk.path(version), redline));
        }
        return Page.of(
                "consultation/dossier", new Sheets.One(dossier, rows, deeds(dossier, versions)));
    }

    private static List<Deed> deeds(Dossier dossier, List<TextVersion> versions) {
        List<Deed> deeds = new ArrayList<>();
        if (!Rights.current().hold(Right.DRAFT_TEXTS, dossier.lead().structure())) {
            return deeds;
        }
        Optional<TextVersion> draft =
                versions.stream().filter(TextVersion.Draft.class::isInstance).findFirst();
        String path = TextDesk.path(dossier);
        if (draft.isPresent()) {
            deeds.add(
                    new Deed(
                            "consultation.deed.draft",
                            TextDesk.path(draft.get()),
                            true,
                            false,
                            ""));
        } else {
            deeds.add(new Deed("consultation.deed.begin", path + "/begin", true, false, ""));
        }
        deeds.add(new Deed("consultation.deed.import", path + "/import", false, false, ""));
        return deeds;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(PATH + TextDesk.ID + "/begin")
    Answer askToBegin(@PathVariable String id) {
        Dossier dossier = desk.dossier(id, Right.DRAFT_TEXTS);
        return new Asked(
                        "consultation.begin",
                        dossier.title(),
                        "consultation.begin.intro",
                        TextDesk.up(dossier),
                        Form.of("consultation.begin"),
                        TextDesk.path(dossier) + "/begin",
                        "consultation.begin.submit",
                        TextDesk.path(dossier),
                        false)
                .page(200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(PATH + TextDesk.ID + "/begin")
    Answer begin(@PathVariable String id) {
        Dossier dossier = desk.dossier(id, Right.DRAFT_TEXTS);
        TextVersion version = texts.drafting().begin(Actor.self(), dossier);
        return Redirect.to(TextDesk.path(version)).saying(Notice.done("consultation.done.begun"));
    }
}
