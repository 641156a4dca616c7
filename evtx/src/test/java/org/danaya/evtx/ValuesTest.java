package org.danaya.evtx;

import static org.danaya.evtx.ExampleFile.string;
import static org.danaya.evtx.ExampleFile.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.danaya.evtx.ExampleFile.Value;
import org.junit.jupiter.api.Test;

/** Each type of value, [MS-EVEN6] §2.2.12, as the JSON of a Data element. */
class ValuesTest {

    private static String json(Value value) {
        ExampleFile file = new ExampleFile();
        file.record(
                f ->
                        f.instance(
                                0,
                                t ->
                                        t.open("Event")
                                                .open("EventData")
                                                .open("Data", "Name", "v")
                                                .slot(0)
                                                .end()
                                                .end()
                                                .end(),
                                value));
        List<String> lines = new ArrayList<>();
        Ledger ledger = ExampleFile.read(file.bytes(), lines);
        assertTrue(ledger.isClean(), ledger::toString);
        String line = lines.getFirst();
        String before = "{\"Event\":{\"EventData\":{\"v\":";
        assertTrue(line.startsWith(before) && line.endsWith("}}}"), line);
        Json.leaves(line);
        return line.substring(before.length(), line.length() - 3);
    }

    private static Value ansi(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return new Value(0x02, bytes);
    }

    @Test
    void nullAndEmptyStringsAreEmpty() {
        assertEquals("\"\"", json(value(0x00)));
        assertEquals("\"\"", json(value(0x00, 5)));
        assertEquals("\"\"", json(string("")));
        assertEquals("\"\"", json(string("\0x")));
        assertEquals("\"\"", json(string("  ")));
        assertEquals("\"\"", json(ansi("\0\0")));
        assertEquals("\"\"", json(value(0x07)));
    }

    @Test
    void stringsAreUtf8WithJsonsEscapes() {
        assertEquals("\"C:\\\\a \\\"b\\\"\\r\\n\\t/\"", json(string("C:\\a \"b\"\r\n\t/\0junk")));
        assertEquals("\"Bamakɔ – \\u001f €😀\"", json(string("Bamakɔ – \u001f €😀")));
        assertEquals("\"12345678a�b\"", json(string("12345678a\uD83Db")));
        assertEquals("\"�\"", json(string("\uDE00")));
        assertEquals("\"é€\"", json(ansi("\u00E9\0\u0080")));
        assertEquals("\" a\"", json(string(" a \t\u00A0\u3000")));
        assertEquals("\"\u007F\"", json(string("\u007F")));
    }

    @Test
    void integersAndBooleansAreBare() {
        assertEquals("-1", json(value(0x03, (byte) -1)));
        assertEquals("255", json(value(0x04, (byte) -1)));
        assertEquals("-32768", json(value(0x05, Short.MIN_VALUE)));
        assertEquals("65535", json(value(0x06, (short) -1)));
        assertEquals("-2147483648", json(value(0x07, Integer.MIN_VALUE)));
        assertEquals("4294967295", json(value(0x08, -1)));
        assertEquals("-9223372036854775808", json(value(0x09, Long.MIN_VALUE)));
        assertEquals("18446744073709551615", json(value(0x0A, -1L)));
        assertEquals("0", json(value(0x0A, 0L)));
        assertEquals("true", json(value(0x0D, 1)));
        assertEquals("false", json(value(0x0D, 0)));
        assertEquals("true", json(value(0x0D, 0x80)));
    }

    @Test
    void everythingElseIsAString() {
        assertEquals("\"1.5\"", json(value(0x0B, 1.5f)));
        assertEquals("\"-0.1\"", json(value(0x0C, -0.1)));
        assertEquals("\"100000000000.0\"", json(value(0x0C, 1e11)));
        assertEquals("\"1e300\"", json(value(0x0C, 1e300)));
        assertEquals("\"0.0001\"", json(value(0x0C, 1e-4)));
        assertEquals("\"NaN\"", json(value(0x0B, Float.NaN)));
        assertEquals("\"00FFA1\"", json(value(0x0E, (byte) 0, (byte) -1, (byte) 0xA1)));
        assertEquals(
                "\"54849625-5478-4994-A5BA-3E3B0328C30D\"",
                json(value(0x0F, 0x54849625, (short) 0x5478, (short) 0x4994, 0x0DC328033B3EBAA5L)));
        assertEquals("\"0x1f\"", json(value(0x10, 0x1F)));
        assertEquals("\"0x1f00000000\"", json(value(0x10, 0x1F00000000L)));
        assertEquals("\"0x0\"", json(value(0x14, 0)));
        assertEquals("\"0x8020000000000000\"", json(value(0x15, 0x8020000000000000L)));
        assertEquals("\"2026-01-31T12:34:56.123456Z\"", json(value(0x11, ExampleFile.TIME)));
        assertEquals("\"1601-01-01T00:00:00.000000Z\"", json(value(0x11, 0L)));
        assertEquals(
                "\"2026-02-28T23:59:58.123000Z\"",
                json(
                        value(
                                0x12,
                                (short) 2026,
                                (short) 2,
                                (short) 6,
                                (short) 28,
                                (short) 23,
                                (short) 59,
                                (short) 58,
                                (short) 123)));
        assertEquals(
                "\"S-1-5-21-4294967295\"",
                json(value(0x13, (byte) 1, (byte) 2, (short) 0, 0x05000000, 21, -1)));
    }

    @Test
    void aValueOfAnotherSizeThanItsTypesIsShownAsItsBytes() {
        assertEquals("\"010203\"", json(value(0x07, (byte) 1, (byte) 2, (byte) 3)));
        assertEquals("\"0100\"", json(value(0x11, (short) 1)));
        assertEquals("\"01\"", json(value(0x0F, (byte) 1)));
        assertEquals("\"0105\"", json(value(0x13, (short) 0x0501)));
        assertEquals("\"07\"", json(value(0x55, (byte) 7)));
        assertEquals("1", json(value(0x07, (short) 1)));
    }

    @Test
    void anArrayIsAListAndOneItemIsItself() {
        assertEquals("[\"a\",\"\",\"b\"]", json(new Value(0x81, string("a\0\0b\0").bytes())));
        assertEquals("\"a\"", json(new Value(0x81, string("a\0").bytes())));
        assertEquals("[\"a\",\"b\"]", json(new Value(0x82, ansi("a\0b").bytes())));
        assertEquals("[1,2]", json(value(0x86, (short) 1, (short) 2)));
        assertEquals("[\"0x1\",\"0x2\"]", json(value(0x94, 1, 2)));
        assertEquals("[true,false]", json(value(0x8D, 1, 0)));
        assertEquals("\"\"", json(value(0x86)));
        assertEquals(
                "[\"S-1-5-18\",\"S-1-5-19\"]",
                json(
                        value(
                                0x93,
                                (byte) 1,
                                (byte) 1,
                                (short) 0,
                                0x05000000,
                                18,
                                (byte) 1,
                                (byte) 1,
                                (short) 0,
                                0x05000000,
                                19)));
        assertEquals("[1,2]", json(value(0x88, 1, (byte) 2)));
        assertEquals("[1,\"020000\"]", json(value(0x88, 1, (short) 2, (byte) 0)));
    }
}
