package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON over any lines, whatever the size of blocks. */
final class ElementsTest {

    private static void given(int block, String json, String... wanted) throws IOException {
        assertEquals(
                List.of(wanted),
                Collected.of(
                        json.getBytes(StandardCharsets.UTF_8), new Sizes(Inputs.LARGEST, block)),
                json);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 20})
    void objectsAreFoundWhereverTheyEnd(int block) throws IOException {
        given(
                block,
                "{\n \"a\": {\"b\": [1, \"}\"]}\n}\n{\n}",
                "{\n \"a\": {\"b\": [1, \"}\"]}\n}",
                "{\n}");
        given(
                block,
                "{\"a\":1}{\"b\":\"\\\"{\"} {}, {}",
                "{\"a\":1}",
                "{\"b\":\"\\\"{\"}",
                "{}",
                "{}");
        given(block, "[{\"a\":[{}]},\n{\"b\":2} ]", "{\"a\":[{}]}", "{\"b\":2}");
        given(block, "[]");
        given(block, "[{}]\n[{}]\n{\"a\":1}", "{}", "{}", "{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void wrappersAreTakenOff(int block) throws IOException {
        given(block, "{\"Records\":[{\"a\":1},{\"b\":2}]}", "{\"a\":1}", "{\"b\":2}");
        given(block, "{ \"records\" : [ {\"a\":1} ] }\n{\"Records\":[]}{}", "{\"a\":1}", "{}");
        given(block, "{\"Records\":[{\"a\":1},\n{\"b\":", "{\"a\":1}", "{\"b\":");
        given(block, "{\"Records\":[{\"a\":1}", "{\"a\":1}", "!json.broken");
        given(block, "{\"Records\":[{\"a\":1}]", "{\"a\":1}", "!json.broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void whatOnlyLooksLikeAWrapperStaysWhole(int block) throws IOException {
        given(block, "{\"Records\":[{}],\"x\":1}{}", "{\"Records\":[{}],\"x\":1}", "{}");
        given(block, "{\"Records\":[1]}{}", "{\"Records\":[1]}", "{}");
        given(block, "{\"Records\":{}}{}", "{\"Records\":{}}", "{}");
        given(block, "[{\"Records\":[{}]}]", "{\"Records\":[{}]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void aWrapperLargerThanAnEventIsTakenOffAndItsOtherMembersStay(int block) throws IOException {
        String json =
                "{\"Records\":[{\"a\":1},{\"b\":\"" + "x".repeat(40) + "\"},{\"c\":3}],\"d\":4}{}";
        assertEquals(
                List.of("{\"a\":1}", "!event.too-large", "{\"c\":3}", "{\"d\":4}", "{}"),
                Collected.of(json.getBytes(StandardCharsets.UTF_8), new Sizes(30, block)));
        String twice = "{\"Records\":[{}],\"Records\":[{}],\"x\":\"" + "x".repeat(60) + "\"}{}";
        assertEquals(
                List.of("{}", "!event.too-large", "{}"),
                Collected.of(twice.getBytes(StandardCharsets.UTF_8), new Sizes(64, block)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void whatIsNoObjectIsToldOneByOne(int block) throws IOException {
        given(
                block,
                "[{}, 1, \"a,]\", [{},{}], true, }}, {}]",
                "{}",
                "!json.no-object",
                "!json.no-object",
                "!json.no-object",
                "!json.no-object",
                "!json.broken",
                "{}");
        given(block, "{\n}\nrubbish\n\"a\": 1}\n{}", "{\n}", "!json.broken", "!json.broken", "{}");
        given(block, "{\n}\nrubbish", "{\n}", "!json.broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void aBrokenObjectDoesNotTakeTheNextOnesAlong(int block) throws IOException {
        given(
                block,
                "{\n  \"a\": \"cut\n{\n  \"b\": 2\n}\n{\n  \"c\": 3,\n{\n  \"d\": [\n{}\n]\n}",
                "{\n  \"a\": \"cut\n",
                "{\n  \"b\": 2\n}",
                "{\n  \"c\": 3,\n",
                "{\n  \"d\": [\n{}\n]\n}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1 << 20})
    void whatEndsTooEarlyIsTold(int block) throws IOException {
        given(block, "[{\"a\":1},", "{\"a\":1}", "!json.broken");
        given(block, "[{\"a\":1},{\"b", "{\"a\":1}", "{\"b");
        given(block, "{\n\"a\":[", "{\n\"a\":[");
    }
}
