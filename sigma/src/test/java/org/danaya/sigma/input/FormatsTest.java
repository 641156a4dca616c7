package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an input holds is found by its content. */
final class FormatsTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String format(String text) throws IOException {
        return Collected.format(bytes(text)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,EMPTY",
                "` \\n\\r\\n\\t`,EMPTY",
                "`{\"a\":1}`,JSON_LINES",
                "`\\n {\"a\":1} \\r\\n{\"b\":2}`,JSON_LINES",
                "`{\"a\":1`,JSON",
                "`{\"a\":\"cut\\n{\"a\":1}\\n`,JSON_LINES",
                "`{\"a\":1,\\n{\"a\":1}\\n`,JSON_LINES",
                "`{\\n\"a\":1}`,JSON",
                "`{\"a\":1}{\"b\":2}`,JSON",
                "`{\"a\":1} {\"b\":2}\\n`,JSON",
                "`{\"a\":1}\\n{\"b\":2}`,JSON_LINES",
                "`[{\"a\":1}]`,JSON",
                "`[]`,JSON",
                "` [ {`,JSON",
                "`[2026-01-31] text`,TEXT",
                "`{\"Records\":[{}]}`,JSON",
                "`{\"Records\":[1]}`,JSON_LINES",
                "`<34>text`,LINES",
                "`text`,TEXT",
                "`{\\n  color: red`,JSON",
                "`a\\n{\\n  color: red\\n}`,TEXT",
                "`# begins here\\n\\n {\"a\":1}`,LINES",
                "`Jan  2 03:04:05 pc su: text`,LINES",
                "`cut off\\nJan  2 03:04:05 pc su: text`,LINES",
                "`CEF:0|a|b|c|d|e|f|`,LINES",
                "`CEF:0|a|b`,TEXT",
                "`10.0.0.1 - - [10/Oct/2026:13:55:36 +0000] \"GET /\"`,LINES",
                "`10.0.0.1 5: Feb 17 13:40:03.673: %PARSER-5-CFGLOG_LOGGEDCMD: x`,LINES",
                "`card 00:11:22:33:44:55, ratio 24:00:00, list 1:22:33, 122:33:44`,TEXT",
                "`\\0\\1`,UNKNOWN",
                "`ElfFile\\0`,EVTX",
            })
    void aFormatIsFoundInTheFirstBytes(String text, String format) throws IOException {
        assertEquals(format, format(text.translateEscapes()));
    }

    @Test
    void tenLinesTellWhetherTextIsALog() throws IOException {
        String known = "<34>text\n";
        assertEquals("LINES", format("a\n\n".repeat(9) + known));
        assertEquals("TEXT", format("a\n\n".repeat(10) + known));
    }

    @Test
    void whatIsNoTextIsUnknown() throws IOException {
        assertEquals("UNKNOWN", format("\0\1\2\3"));
        assertEquals("UNKNOWN", format("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\1\0\0\0"));
        assertEquals("UNKNOWN", format("{\0\1\2}"));
        assertEquals(List.of(), Collected.of(bytes("\0\1\2\3")));
    }

    @Test
    void aLogWithAHoleOfNulsIsText() throws IOException {
        assertEquals("TEXT", format("a line\n" + "\0".repeat(4096) + "another line\n".repeat(8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void textWithAByteOrderMarkIsDecoded(String name) throws IOException {
        String text = "\uFEFF{\"a\":\"é\uD83D\uDE00ɛ\"}\n{\"b\":1}";
        List<String> events = Collected.of(text.getBytes(Charset.forName(name)));
        String first =
                new String(
                        "{\"a\":\"é\uD83D\uDE00ɛ\"}".getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        assertEquals(List.of(first, "{\"b\":1}"), events);
    }

    @Test
    void halfACharacterOfUtf16IsReplaced() throws IOException {
        byte[] text = "\uFEFFa\uD83D\n\uDE00b".getBytes(StandardCharsets.UTF_16BE);
        // The encoder replaces halves; here they are again.
        text[4] = (byte) 0xD8;
        text[5] = 0x3D;
        text[8] = (byte) 0xDE;
        text[9] = 0;
        byte[] odd = java.util.Arrays.copyOf(text, text.length + 1);
        String replaced = "\u00EF\u00BF\u00BD";
        assertEquals(
                List.of(
                        "{\"message\":\"a" + replaced + "\"}",
                        "{\"message\":\"" + replaced + "b" + replaced + "\"}"),
                Collected.of(odd));
    }
}
