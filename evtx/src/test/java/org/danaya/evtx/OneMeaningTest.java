package org.danaya.evtx;

import static org.danaya.evtx.ExampleFile.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event is the same from a compiled template, from a shape, and built as a tree. */
class OneMeaningTest {

    private static final int CHUNK = 65_536;

    /** Each record of a sound file, built as a tree. */
    private static List<String> built(byte[] file) throws Malformed {
        List<String> lines = new ArrayList<>();
        for (int place = 4096; place + CHUNK <= file.length; place += CHUNK) {
            byte[] chunk = Arrays.copyOfRange(file, place, place + CHUNK);
            if (chunk[0] != 'E') {
                continue;
            }
            Templates templates = new Templates(EndSpaces.CUT);
            templates.begin(chunk, CHUNK);
            int free = Bytes.i32(chunk, 48);
            int at = 512;
            while (at < free) {
                int size = Bytes.i32(chunk, at + 4);
                Materializer materializer = new Materializer(chunk, CHUNK, templates);
                Template tree = Template.ofTree(materializer.fragment(at + 24, at + size - 4, 0));
                Utf8 out = new Utf8();
                out.put('{');
                out.put(tree.key());
                tree.program().run(out, chunk, new Slots(EndSpaces.CUT), Event.Inner.NONE);
                out.put('}');
                lines.add(out.toString());
                at += size;
            }
        }
        return lines;
    }

    private static int compare(byte[] file, String name) throws Malformed {
        List<String> lines = new ArrayList<>();
        assertEquals(0, ExampleFile.read(file, lines).recordsSetAside(), name);
        assertEquals(built(file), lines, name);
        return lines.size();
    }

    @Test
    void everyRecordedEventIsTheSame() throws IOException, Malformed {
        int events = 0;
        for (Path path : Corpora.files("evtx-to-mitre", ".evtx")) {
            events += compare(Files.readAllBytes(path), path.toString());
        }
        assertTrue(events > 3000, "compared " + events);
    }

    @Test
    void eventsOfOneShapeAreToldApart() throws Malformed {
        ExampleFile file = new ExampleFile();
        for (String text : List.of("a", "", "b \u00e9", " ", "c\"")) {
            for (String name : List.of("x", "y")) {
                file.record(
                        f ->
                                f.bytes(0x0F, 1, 1, 0)
                                        .bare("Event", "xmlns", "n", "k", text)
                                        .bare("System", "s", text)
                                        .bare("E", "q", text)
                                        .end()
                                        .bare("E")
                                        .text(text)
                                        .end()
                                        .end()
                                        .bare("EventData")
                                        .bare("Data", "Name", name)
                                        .text(text)
                                        .end()
                                        .end()
                                        .bare("Group", "id", "1")
                                        .bare("P")
                                        .end()
                                        .end()
                                        .end()
                                        .bytes(0));
            }
        }
        // The same start, and then what no shape has.
        file.record(
                f ->
                        f.bytes(0x0F, 1, 1, 0)
                                .bare("Event", "xmlns", "n", "k", "a")
                                .text("1")
                                .bytes(0x09)
                                .name("amp")
                                .text("2")
                                .end()
                                .bytes(0));
        file.record(f -> f.instance(0, t -> t.open("Event").slot(0).end(), string("z")));

        assertEquals(12, compare(file.bytes(), "shapes"));
        List<String> lines = new ArrayList<>();
        ExampleFile.read(file.bytes(), lines);
        lines.forEach(Json::leaves);
        assertEquals(
                "{\"Event\":{\"#attributes\":{\"xmlns\":\"n\",\"k\":\"c\\\"\"},"
                        + "\"System\":{\"#attributes\":{\"s\":\"c\\\"\"},"
                        + "\"E\":{\"#attributes\":{\"q\":\"c\\\"\"}},\"E_1\":\"c\\\"\"},"
                        + "\"EventData\":{\"y\":\"c\\\"\"},"
                        + "\"Group\":{\"#attributes\":{\"id\":\"1\"},\"P\":null}}}",
                lines.get(9));
        assertEquals(
                "{\"Event\":{\"#attributes\":{\"xmlns\":\"n\",\"k\":\"a\"},\"#text\":\"1&2\"}}",
                lines.get(10));
    }
}
