package org.danaya.mandates.position.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.log.LogProofs;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionKind;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionSearch;
import org.danaya.mandates.position.PositionSearch.Found;
import org.danaya.mandates.position.Wording;
import org.danaya.mandates.position.paper.PositionPapers;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.page.PageFault;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Official positions and communiqués for everybody, from the day on which they are in force. */
@Controller
class PublicPositionPages {

    static final String PATH = "/positions";

    private static final String ONE = PATH + "/{number:[0-9]{1,15}}";

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();
    private static final Field<PositionKind> KIND =
            Field.choice("kind", PositionKind.class, "positions.kind").optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of(
                                    Option.worded("in-force", "positions.state.in-force"),
                                    Option.worded("lapsed", "positions.state.lapsed"),
                                    Option.worded("replaced", "positions.state.replaced"),
                                    Option.worded("withdrawn", "positions.state.withdrawn")))
                    .optional();
    private static final Field<LocalDate> ON = Field.date("on").optional();

    private final PublishedPositions published;
    private final PositionPapers papers;
    private final Structures structures;
    private final LogProofs proofs;
    private final Table<Found> table =
            Table.of(
                            "positions.list",
                            List.of(
                                    Column.<Found>link(
                                                    "number",
                                                    Found::name,
                                                    each ->
                                                            PATH
                                                                    + "/"
                                                                    + each.number().orElseThrow())
                                            .sortedBy(PositionSearch.BY_NUMBER),
                                    new Column<Found>(
                                            "subject",
                                            each ->
                                                    new Cell.Named(
                                                            each.head().terms().french().subject(),
                                                            each.head()
                                                                    .terms()
                                                                    .english()
                                                                    .orElse(
                                                                            each.head()
                                                                                    .terms()
                                                                                    .french())
                                                                    .subject()),
                                            null),
                                    Column.<Found>text(
                                            "structure", each -> each.head().names().structure()),
                                    Column.<Found>words(
                                            "kind",
                                            each ->
                                                    "positions.kind."
                                                            + each.head().terms().kind().code()),
                                    Column.<Found>tag(
                                            "state", each -> PositionViews.tag(each.state())),
                                    Column.<Found>time(
                                                    "since", each -> each.inForceAt().orElseThrow())
                                            .sortedBy(PositionSearch.BY_TIME)))
                    .filteredBy(TEXT, STRUCTURE, KIND, STATE, ON);

    PublicPositionPages(
            PublishedPositions published,
            PositionPapers papers,
            Structures structures,
            LogProofs proofs) {
        this.published = published;
        this.papers = papers;
        this.structures = structures;
        this.proofs = proofs;
    }

    @Open
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Form filters = asked.filters();
        Optional<Structure> structure = filters.find(STRUCTURE).flatMap(structures::meant);
        boolean nowhere = filters.find(STRUCTURE).isPresent() && structure.isEmpty();
        PositionSearch search =
                new PositionSearch(
                        filters.find(TEXT).orElse(""),
                        filters.find(STATE).map(PublicPositionPages::standing),
                        filters.find(KIND),
                        structure.map(Structure::id),
                        filters.find(ON).filter(day -> day.isBefore(published.today())),
                        true,
                        nowhere
                                ? new Reach.Structures(java.util.Set.of())
                                : new Reach.Everywhere());
        List<Found> rows =
                published.register().list(search, asked.orderBy(), asked.offset(), asked.limit());
        if (asked.away()) {
            return table.download(asked, "positions", rows);
        }
        return Page.of(
                "positions/public-list",
                new PositionViews.Listed(
                        table.show(asked, rows, published.register().count(search)), search.on()));
    }

    @Open
    @GetMapping(ONE)
    Answer one(@PathVariable long number, Query query) {
        Optional<LocalDate> day = query.given("on").map(PublicPositionPages::day);
        Known known = day.isPresent() ? published.get(number, day.get()) : published.get(number);
        return Page.of("positions/public-one", published.one(known));
    }

    /** What its QR leads to: its page, for whoever has the code. */
    @Open
    @GetMapping("/p/{code}")
    Answer coded(@PathVariable String code) {
        if (code.length() <= 2 * ShortCode.CHARACTERS
                && ShortCode.read(code) instanceof ShortCode.Reading.Good(ShortCode read)) {
            return published
                    .register()
                    .publishedOf(read.data())
                    .map(known -> Redirect.to(PublishedPositions.path(known)))
                    .orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
        }
        throw new Fault(PositionFault.UNKNOWN);
    }

    /** The exact text that was signed. */
    @Open
    @GetMapping(ONE + "/text/{language:fr|en}")
    Answer text(@PathVariable long number, @PathVariable String language) {
        Known known = published.get(number);
        Wording wording =
                language.equals(Language.FRENCH.code())
                        ? known.head().terms().french()
                        : known.head()
                                .terms()
                                .english()
                                .orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
        return Download.text(
                "P-" + number + "." + language + ".txt",
                "text/plain;charset=utf-8",
                wording.text());
    }

    /** What shows a third person that the log has its signature, and over which content. */
    @Open
    @GetMapping(ONE + "/proof")
    Answer proof(@PathVariable long number) {
        Known known = published.get(number);
        byte[] opening =
                proofs.open(Long.toString(PublishedPositions.publication(known).leaf())).toBytes();
        return new Download(
                "P-" + number + ".danaya-opening",
                "application/octet-stream",
                (_, out) -> out.write(opening));
    }

    /** The sealed file. */
    @Open
    @GetMapping(ONE + "/file")
    Answer file(@PathVariable long number) {
        Known known = published.get(number);
        byte[] pdf =
                papers.content(known.head().id())
                        .orElseThrow(() -> new Fault(PositionFault.NO_FILE));
        return new Download("P-" + number + ".pdf", "application/pdf", (_, out) -> out.write(pdf));
    }

    @Open
    @GetMapping(PATH + "/feed")
    ResponseEntity<byte[]> feed() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .cacheControl(CacheControl.noCache())
                .body(new PositionFeed(published).write().getBytes(StandardCharsets.UTF_8));
    }

    private static PositionSearch.Standing standing(String code) {
        return switch (code) {
            case "in-force" -> PositionSearch.Standing.IN_FORCE;
            case "lapsed" -> PositionSearch.Standing.LAPSED;
            case "replaced" -> PositionSearch.Standing.REPLACED;
            case "withdrawn" -> PositionSearch.Standing.WITHDRAWN;
            default -> throw new Fault(PageFault.MALFORMED);
        };
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Fault(e, PageFault.MALFORMED);
        }
    }
}
