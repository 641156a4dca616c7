package org.danaya.evtx;

import static org.danaya.evtx.ExampleFile.string;
import static org.danaya.evtx.ExampleFile.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.danaya.evtx.ExampleFile.Body;
import org.danaya.evtx.ExampleFile.Value;
import org.junit.jupiter.api.Test;

/** The JSON's shape: docs/reference/evtx.md. */
class ShapeTest {

    private static List<String> read(ExampleFile file) {
        List<String> lines = new ArrayList<>();
        Ledger ledger = ExampleFile.read(file.bytes(), lines);
        assertTrue(ledger.isClean(), ledger::toString);
        lines.forEach(Json::leaves);
        return lines;
    }

    /** The event of one template, without the member around it. */
    private static String json(Body inEvent, Value... values) {
        ExampleFile file = new ExampleFile();
        file.record(
                f ->
                        f.instance(
                                0,
                                t -> {
                                    t.open("Event");
                                    inEvent.write(t);
                                    t.end();
                                },
                                values));
        String line = read(file).getFirst();
        return line.substring("{\"Event\":".length(), line.length() - 1);
    }

    @Test
    void attributesAreAMemberAndTextBesideThemToo() {
        assertEquals(
                "{\"A\":{\"#attributes\":{\"x\":\"1\"},\"#text\":\"t\"},\"B\":{\"#attributes\":{\"y\":7}},\"C\":null,\"D\":\"u\",\"E\":7}",
                json(
                        t ->
                                t.open("A", "x", "1")
                                        .text("t")
                                        .end()
                                        .open("B", "y", "%0", "z", "%1")
                                        .end()
                                        .open("C", "z", "%1")
                                        .end()
                                        .open("D")
                                        .text("u")
                                        .end()
                                        .open("E", "z", "%1")
                                        .slot(0)
                                        .end(),
                        value(0x08, 7),
                        value(0x00)));
    }

    @Test
    void namesThatComeAgainAreNumbered() {
        assertEquals(
                "{\"A\":1,\"A_1\":2,\"A_1_1\":3,\"A_2\":1}",
                json(
                        t ->
                                t.open("A")
                                        .slot(0)
                                        .end()
                                        .open("A")
                                        .slot(1)
                                        .end()
                                        .open("A_1")
                                        .slot(2)
                                        .end()
                                        .open("A")
                                        .slot(0)
                                        .end(),
                        value(0x08, 1),
                        value(0x08, 2),
                        value(0x08, 3)));
    }

    /** XML forbids it, the binary form doesn't. */
    @Test
    void attributesThatComeAgainAreNumbered() {
        assertEquals(
                "{\"A\":{\"#attributes\":{\"k\":\"x\",\"k_1\":1},\"#text\":1}}",
                json(t -> t.open("A", "k", "x", "k", "%0").slot(0).end(), value(0x08, 1)));
        assertEquals(
                "{\"A\":{\"#attributes\":{\"k\":\"x\",\"k_1\":\"y\"}}}",
                json(t -> t.open("A", "k", "x", "k", "y").end()));
    }

    @Test
    void dataElementsAreMembersByTheirName() {
        assertEquals(
                "{\"EventData\":{\"a\":\"x\",\"b\":\"\",\"a_1\":\"y\",\"Other\":null}}",
                json(
                        t ->
                                t.open("EventData")
                                        .open("Data", "Name", "a")
                                        .slot(0)
                                        .end()
                                        .open("Data", "Name", "b")
                                        .slot(2)
                                        .end()
                                        .open("Data", "Name", "a")
                                        .slot(1)
                                        .end()
                                        .open("Other")
                                        .slot(2)
                                        .end()
                                        .end(),
                        string("x"),
                        string("y")));
    }

    @Test
    void dataElementsWithoutNameAreAList() {
        Body two =
                t ->
                        t.open("EventData")
                                .open("Data")
                                .slot(0)
                                .end()
                                .open("Data")
                                .slot(1)
                                .end()
                                .open("Binary")
                                .slot(2)
                                .end()
                                .end();
        assertEquals(
                "{\"EventData\":{\"Data\":{\"#text\":[\"x\",\"\"]},\"Binary\":\"0A\"}}",
                json(two, string("x"), value(0x00), value(0x0E, (byte) 10)));
        assertEquals(
                "{\"EventData\":{\"Data\":{\"#text\":[\"x\",\"y\",\"z\"]},\"Binary\":null}}",
                json(two, new Value(0x81, string("x\0y\0").bytes()), string("z")));
        Body one = t -> t.open("EventData").open("Data").slot(0).end().end();
        assertEquals("{\"EventData\":{\"Data\":{\"#text\":\"x\"}}}", json(one, string("x")));
        assertEquals(
                "{\"EventData\":{\"Data\":{\"#text\":[\"x\",\"y\"]}}}",
                json(one, new Value(0x81, string("x\0y\0").bytes())));
    }

    @Test
    void whatIsNeitherTextNorValueIsReadOrPassedOver() {
        assertEquals(
                "{\"A\":\"1 < 2 & 3é&own;]]>\"}",
                json(
                        t -> {
                            t.open("A").text("1 ");
                            t.bytes(0x49).name("lt").text(" 2 ").bytes(0x09).name("amp");
                            t.bytes(0x0A).name("target").bytes(0x0B).counted("data");
                            t.text(" 3").bytes(0x48, 0xE9, 0x00);
                            t.bytes(0x09).name("own").bytes(0x07).counted("]]>").end();
                        }));
    }

    @Test
    void textAroundAValueIsJoined() {
        assertEquals(
                "{\"A\":\"n=5;\",\"B\":{\"#attributes\":{\"x\":\"n=5\"},\"#text\":5}}",
                json(
                        t ->
                                t.open("A")
                                        .text("n=")
                                        .slot(0)
                                        .text(";")
                                        .end()
                                        .bytes(0x41, 0xFF, 0xFF)
                                        .i32(0)
                                        .name("B")
                                        .i32(0)
                                        .bytes(0x06)
                                        .name("x")
                                        .text("n=")
                                        .slot(0)
                                        .bytes(0x02)
                                        .slot(0)
                                        .end(),
                        value(0x08, 5)));
    }

    @Test
    void xmlInAValueIsItsElementsAndItsTemplateMayComeAgain() {
        ExampleFile file = new ExampleFile();
        Body outer =
                t ->
                        t.open("Event")
                                .open("System")
                                .open("EventID")
                                .slot(0)
                                .end()
                                .end()
                                .slot(1)
                                .end();
        Body inner = t -> t.open("EventData").open("Data", "Name", "Image").slot(0).end().end();
        // Where the two definitions are: behind a record's header and the head of its instance.
        int[] place = new int[2];
        file.record(
                f -> {
                    place[0] = f.position() + 14;
                    f.instance(0, outer, value(0x06, (short) 1), value(0x00));
                });
        file.record(
                f -> {
                    place[1] = f.position() + 14;
                    f.instance(0, inner, string("alone"));
                    // Behind the fragment's end, for the XML below, which refers to them.
                    f.name("UserData").name("X").name("y");
                });
        for (String image : List.of("a", "b")) {
            file.record(
                    f -> {
                        Value xml = f.xml(x -> x.instance(place[1], inner, string(image)));
                        f.instance(place[0], outer, value(0x06, (short) 2), xml);
                    });
        }
        file.record(
                f -> {
                    Value xml =
                            f.xml(
                                    x ->
                                            x.bytes(0x0F, 1, 1, 0)
                                                    .bare("UserData")
                                                    .bare("X", "y", "z")
                                                    .end()
                                                    .end()
                                                    .bytes(0));
                    f.instance(place[0], outer, value(0x06, (short) 3), xml);
                });
        assertEquals(
                List.of(
                        "{\"Event\":{\"System\":{\"EventID\":1}}}",
                        "{\"EventData\":{\"Image\":\"alone\"}}",
                        "{\"Event\":{\"System\":{\"EventID\":2},\"EventData\":{\"Image\":\"a\"}}}",
                        "{\"Event\":{\"System\":{\"EventID\":2},\"EventData\":{\"Image\":\"b\"}}}",
                        "{\"Event\":{\"System\":{\"EventID\":3},\"UserData\":{\"X\":{\"#attributes\":{\"y\":\"z\"}}}}}"),
                read(file));
    }

    @Test
    void xmlInsideUserDataIsReadInItsPlace() {
        ExampleFile file = new ExampleFile();
        Body outer =
                t -> t.open("Event").open("UserData").slot(0).end().open("UserData").end().end();
        int[] place = new int[1];
        file.record(
                f -> {
                    place[0] = f.position() + 14;
                    f.instance(0, outer, string("text"));
                    f.name("UserData").name("X").name("y").name("Data");
                });
        file.record(f -> f.instance(place[0], outer, value(0x00)));
        for (String name : List.of("X", "Data")) {
            file.record(
                    f -> {
                        Value xml =
                                f.xml(x -> x.bare(name).bare("y").text("z").end().end().bytes(0));
                        f.instance(place[0], outer, xml);
                    });
        }
        assertEquals(
                List.of(
                        "{\"Event\":{\"UserData\":\"text\",\"UserData_1\":null}}",
                        "{\"Event\":{\"UserData\":null,\"UserData_1\":null}}",
                        "{\"Event\":{\"UserData\":{\"X\":{\"y\":\"z\"}},\"UserData_1\":null}}",
                        "{\"Event\":{\"UserData\":{\"Data\":{\"#text\":{\"y\":\"z\"}}},\"UserData_1\":null}}"),
                read(file));
        List<String> fields = new ArrayList<>();
        Fields reader = new Fields(FieldNames.of("UserData.X.y", "y", "UserData"));
        EvtxFile.of(file.bytes())
                .read(
                        event -> {
                            reader.of(event);
                            for (int field = 0; field < 3; field++) {
                                fields.add(reader.load(field) + reader.string());
                            }
                        });
        assertEquals(List.of("ABSENT", "ABSENT", "STRINGtext"), fields.subList(0, 3));
        assertEquals(List.of("STRINGz", "STRINGz", "ABSENT"), fields.subList(6, 9));
    }

    @Test
    void eventsWithoutATemplateAreReadToo() {
        ExampleFile file = new ExampleFile();
        file.record(
                f ->
                        f.bytes(0x0F, 1, 1, 0)
                                .bare("Event", "xmlns", "n")
                                .bare("System")
                                .bare("EventID")
                                .text("131")
                                .end()
                                .end()
                                .bare("EventData")
                                .bare("Data", "Name", "a")
                                .text("b ")
                                .end()
                                .end()
                                .end()
                                .bytes(0));
        assertEquals(
                List.of(
                        "{\"Event\":{\"#attributes\":{\"xmlns\":\"n\"},\"System\":{\"EventID\":\"131\"},\"EventData\":{\"a\":\"b\"}}}"),
                read(file));
    }
}
