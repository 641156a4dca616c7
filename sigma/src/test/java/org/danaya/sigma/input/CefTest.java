package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lines in the Common Event Format: the examples of its description, and what senders make of it.
 */
final class CefTest {

    private static final String HEAD = "CEF:0|security|threatmanager|1.0|100|";

    /** What the line becomes, without its message. */
    private static String of(String line) throws IOException {
        List<String> found = Collected.of(line);
        assertEquals(1, found.size());
        String raw = line.replace("\\", "\\\\").replace("\"", "\\\"");
        String message = "\"message\":\"" + raw + "\"}";
        String event = found.getFirst();
        assertEquals(message, event.substring(event.length() - message.length()));
        return event.substring(0, event.length() - message.length()).replace('"', '\'');
    }

    private static String header(String name) {
        return "'deviceVendor':'security','deviceProduct':'threatmanager','deviceVersion':'1.0','signatureId':'100','name':'"
                + name
                + "','severity':'10',";
    }

    @Test
    void examplesOfTheDescription() throws IOException {
        assertEquals(
                "{'syslog':{'@timestamp':'Sep 19 08:26:10','hostname':'host'},'src':'10.0.0.1','dst':'2.1.2.2','spt':'1232',"
                        + header("worm successfully stopped"),
                of(
                        "Sep 19 08:26:10 host "
                                + HEAD
                                + "worm successfully stopped|10|src=10.0.0.1 dst=2.1.2.2 spt=1232"));
        assertEquals(
                "{'src':'10.0.0.1','act':'blocked a |','dst':'1.1.1.1',"
                        + header("detected a | in message"),
                of(HEAD + "detected a \\| in message|10|src=10.0.0.1 act=blocked a | dst=1.1.1.1"));
        assertEquals(
                "{'src':'10.0.0.1','act':'blocked a \\\\','dst':'1.1.1.1',"
                        + header("detected a \\\\ in packet"),
                of(
                        HEAD
                                + "detected a \\\\ in packet|10|src=10.0.0.1 act=blocked a \\\\ dst=1.1.1.1"));
        assertEquals(
                "{'src':'10.0.0.1','act':'blocked a =','dst':'1.1.1.1',"
                        + header("detected a = in message"),
                of(HEAD + "detected a = in message|10|src=10.0.0.1 act=blocked a \\= dst=1.1.1.1"));
        assertEquals(
                "{'src':'10.0.0.1','msg':'Detected a threat.\\u000a No action needed',"
                        + header("Detected a threat. No action needed."),
                of(
                        HEAD
                                + "Detected a threat. No action needed.|10|src=10.0.0.1 msg=Detected a threat.\\n No action needed"));
    }

    @Test
    void anExtensionMayBeMissing() throws IOException {
        assertEquals("{" + header("n"), of(HEAD + "n|10|"));
        assertEquals("{" + header("n"), of(HEAD + "n|10"));
        assertEquals("{" + header("n"), of("CEF: 0|security|threatmanager|1.0|100|n|10| no pair"));
    }

    @Test
    void signsThatWereNotEscapedStayInTheirValues() throws IOException {
        assertEquals(
                "{'request':'http://x/?a=b&c=d==','cs1':'','cn1':'=','msg':'x (y=z)',"
                        + header("n"),
                of(HEAD + "n|10|request=http://x/?a=b&c=d== cs1= cn1== msg=x (y=z) "));
    }

    @Test
    void aWindowsPathWithItsBackslashesEscapedComesOutWhole() throws IOException {
        assertEquals(
                "{'filePath':'C:\\\\Windows\\\\new\\\\','x':'1'," + header("n"),
                of(HEAD + "n|10|filePath=C:\\\\Windows\\\\new\\\\ x=1"));
    }

    @Test
    void inSyslogOfEitherKindItIsFound() throws IOException {
        String fields = "'src':'1'," + header("n");
        String cef = HEAD + "n|10|src=1";
        assertEquals("{'syslog':{'facility':16,'severity':6}," + fields, of("<134>" + cef));
        assertEquals(
                "{'syslog':{'facility':16,'severity':6,'@timestamp':'2023-06-25T10:30:00.123Z','hostname':'h','appname':'a','procid':'1'},"
                        + fields,
                of("<134>1 2023-06-25T10:30:00.123Z h a 1 - - " + cef));
        assertEquals(
                "{'syslog':{'facility':16,'severity':6,'@timestamp':'Jun  5 10:30:00','hostname':'h','appname':'a'},"
                        + fields,
                of("<134>Jun  5 10:30:00 h a: " + cef));
    }

    @Test
    void aBrokenHeaderIsText() throws IOException {
        for (String line :
                List.of(
                        "CEF:",
                        "CEF:0",
                        "CEF:x|a|b|c|d|e|f|",
                        "CEF:0|a|b|c|d|e",
                        "CEF:0|a|b|c|d|e\\|f")) {
            assertEquals("{", of(line));
        }
    }
}
