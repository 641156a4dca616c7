package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of Windows as Azure Monitor exports them. */
class PackedDataTest {

    private static String of(String event) throws IOException {
        List<String> found = Collected.of(event.replace('\'', '"'));
        assertEquals(1, found.size());
        return found.getFirst().replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\\'a\\':1} ~ {'a':1}",
                "{\\'a\\':\\'C:\\\\\\\\x\\\\\\'y\\'} ~ {'a':'C:\\\\x\\'y'}",
                "\\u007b\\u0022a\\u0022:\\'é\\u00e9\\'} ~ {'a':'éé'}",
                "{\\'a\\':\\'\\ud83d\\ude00\\ud800\\'} ~ {'a':'😀\\ud800'}",
                "<Data Name=\\'a\\'>x</Data> ~ {'a':'x'}",
                "\\u003cDataItem type=\\'System.XmlData\\'\\u003e<EventData xmlns=\\'u\\'>\\r\\n  <Data Name=\\'a\\'>C:\\\\x</Data><Data Name=\\'b\\' /><Data Name=\\'c\\'></Data></EventData></DataItem> ~ {'a':'C:\\\\x','b':'','c':''}",
                "<EventData><Data>x</Data><Data Name=\\'a\\'>y</Data><Data>z</Data></EventData> ~ {'a':'y','Data':['x','z']}",
                "<Data Name=\\'a\\'>&quot;&lt;b&gt;&amp;&#233;&#x1F600;&unknown;&#x110000;&</Data> ~ {'a':'\\'<b>&é😀&unknown;&#x110000;&'}",
                "<Data Name=\\'a\\'><![CDATA[x<y&amp;]]></Data> ~ {'a':'x<y&amp;'}",
            })
    void isTheObjectThatItStandsFor(String text, String object) throws IOException {
        assertEquals(
                new String(
                        ("{'b':1,'EventData':" + object + ",'c':2}")
                                .getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1),
                of("{'b':1,'EventData':'" + text + "','c':2}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'EventData':'text'}",
                "{'EventData':''}",
                "{'EventData':'{\\'a\\':}'}",
                "{'EventData':'{} {}'}",
                "{'EventData':'\\x'}",
                "{'EventData':'<Data Name=\\'a\\'>x'}",
                "{'EventData':'<Data Name=\\'a\\'}",
                "{'EventData':'<UserData/>'}",
                "{'EventData':{'a':'{}'}}",
                "{'a':'\\'EventData\\':\\'{}\\''}",
            })
    void staysAsItIs(String event) throws IOException {
        String packed = "{'EventData':'{}'}\n";
        List<String> found = Collected.of((packed + event).replace('\'', '"'));
        assertEquals(event, found.get(1).replace('"', '\''));
    }

    @Test
    void standsInArraysToo() throws IOException {
        List<String> found =
                Collected.of(
                        "[{\"EventData\":\"{\\\"a\\\":1}\"},\n{\"EventData\": \"{\\\"a\\\":2}\"}]");
        assertEquals(List.of("{\"EventData\":{\"a\":1}}", "{\"EventData\": {\"a\":2}}"), found);
    }

    @Test
    void brokenTextsAreNeverLost() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        String pieces = "\\\"{}<>&;#x/ DataName=':,é1";
        int unpacked = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("{\"EventData\":\"");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(
                        switch (random.nextInt(6)) {
                            case 0, 1 -> "<Data Name=\\\"a\\\">";
                            case 2 -> "</Data>";
                            default ->
                                    String.valueOf(pieces.charAt(random.nextInt(pieces.length())));
                        });
            }
            byte[] bytes = text.append("\"}        ").toString().getBytes(StandardCharsets.UTF_8);
            List<String> given = new ArrayList<>();
            new PackedData(
                            new EventSink() {
                                @Override
                                public void event(byte[] buffer, int from, int to) {
                                    given.add(new String(buffer, from, to, StandardCharsets.UTF_8));
                                    assertTrue(buffer.length - to >= 8);
                                }

                                @Override
                                public void setAside(Cause cause) {
                                    throw new AssertionError(cause);
                                }
                            })
                    .event(bytes, 0, bytes.length - 8);
            assertEquals(1, given.size(), () -> "seed " + seed);
            if (WholeObject.end(bytes, 0, bytes.length - 8) > 0
                    && !text.toString().startsWith(given.getFirst())) {
                byte[] whole = (given.getFirst() + "        ").getBytes(StandardCharsets.UTF_8);
                assertTrue(
                        WholeObject.end(whole, 0, whole.length - 8) > 0,
                        () -> given + ", seed " + seed);
                unpacked++;
            }
        }
        assertTrue(unpacked > 0);
    }
}
