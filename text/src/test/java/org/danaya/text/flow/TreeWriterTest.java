package org.danaya.text.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Corpus;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identity;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class TreeWriterTest {

    private static final Identity IDENTITY =
            new Identity(
                    "ml",
                    "strategie",
                    "exemple",
                    LocalDate.of(2025, 1, 6),
                    2,
                    LocalDate.of(2025, 7, 1),
                    "structure-1",
                    "Ministère (exemple)",
                    "fra");

    private static Schema schema() throws Exception {
        SchemaFactory schemas = SchemaFactory.newDefaultInstance();
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        return schemas.newSchema(
                new Source[] {
                    new StreamSource(Corpus.file("schema/xml.xsd").toFile()),
                    new StreamSource(Corpus.file("schema/akomantoso30.xsd").toFile())
                });
    }

    @Test
    void whatIsWrittenIsReadBackAndValidAgainstTheStandard() throws Exception {
        Schema schema = schema();
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        for (int at = 0; at < 200; at++) {
            Flow flow = new RandomTexts(seed + at).text(3 + at % 12);
            byte[] written = AknWriter.write(TreeWriter.write(flow, IDENTITY));
            String which = "seed " + (seed + at);
            Flow read = FlowReader.read(AknReader.read(written));
            for (int block = 0; block < flow.blocks().size(); block++) {
                assertEquals(bare(flow).blocks().get(block), bare(read).blocks().get(block), which);
            }
            assertEquals(bare(flow), bare(read), which);
            try {
                schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(written)));
            } catch (SAXException e) {
                throw new AssertionError(
                        which + "\n" + new String(written, StandardCharsets.UTF_8), e);
            }
        }
    }

    /** The same text without the addresses of its parts. */
    static Flow bare(Flow flow) {
        return new Flow(
                flow.language(),
                flow.title(),
                flow.blocks().stream().map(TreeWriterTest::bare).toList());
    }

    private static Block bare(Block block) {
        return switch (block) {
            case Line line -> bare(line);
            case Grid grid ->
                    new Grid(
                            Place.NOWHERE,
                            grid.level(),
                            grid.rows().stream()
                                    .map(
                                            row ->
                                                    new Grid.Row(
                                                            row.head(),
                                                            row.cells().stream()
                                                                    .map(TreeWriterTest::bare)
                                                                    .toList()))
                                    .toList());
        };
    }

    private static Grid.Cell bare(Grid.Cell cell) {
        return new Grid.Cell(
                cell.columns(),
                cell.rows(),
                cell.lines().stream().map(TreeWriterTest::bare).toList());
    }

    private static Line bare(Line line) {
        List<Inline> inlines =
                line.inlines().stream()
                        .map(
                                inline ->
                                        inline instanceof Note(String marker, List<Line> lines)
                                                ? new Note(
                                                        marker,
                                                        lines.stream()
                                                                .map(TreeWriterTest::bare)
                                                                .toList())
                                                : inline)
                        .toList();
        return new Line(
                Place.NOWHERE, line.opens(), line.role(), line.level(), line.number(), inlines);
    }

    @Test
    void partsAreNamedByTheirNumbersAndKeepTheirOtherName() {
        Place kept = new Place("article", "art_2", "art_1");
        Flow flow =
                new Flow(
                        "fr",
                        "",
                        List.of(
                                Line.of(Role.HEADING, 1, "", List.of()),
                                new Line(
                                        kept,
                                        "article",
                                        Role.HEADING,
                                        2,
                                        "Article 2 bis",
                                        List.of()),
                                new Line(kept, "point", Role.BODY, 1, "a)", List.of(Run.of("x"))),
                                new Line(kept, "point", Role.BODY, 1, "a)", List.of(Run.of("y"))),
                                new Line(kept, "article", Role.HEADING, 2, "1.2", List.of())));
        Element root = TreeWriter.write(flow, IDENTITY);
        assertEquals(
                List.of(
                        "lvl_1",
                        "lvl_1__art_2bis",
                        "lvl_1__art_2bis__point_a",
                        "lvl_1__art_2bis__point_a-2",
                        "lvl_1__art_1-2"),
                root.all()
                        .filter(e -> List.of("level", "article", "point").contains(e.tag()))
                        .map(Element::eId)
                        .toList());
        assertEquals(
                "art_1",
                root.all().filter(e -> e.tag().equals("article")).findFirst().orElseThrow().wId());
    }
}
