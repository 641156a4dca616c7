package org.danaya.sigma.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of syslog: the examples of RFC 5424 and RFC 3164, and what is met besides. */
final class SyslogTest {

    /** What a line becomes; quotes are written ' in both, the line itself as its message is £. */
    private static void becomes(String line, String json) throws IOException {
        String written = line.replace("'", "\"");
        String raw = written.replace("\\", "\\\\").replace("\"", "\\\"");
        List<String> found = Collected.of(written);
        assertEquals(1, found.size());
        String utf8 =
                new String(
                        found.getFirst().getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
        assertEquals(json.replace("'", "\"").replace("£", raw), utf8);
    }

    @Test
    void examplesOfRfc5424Section65() throws IOException {
        becomes(
                "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \uFEFF`su root` failed for lonvick on /dev/pts/8",
                "{'facility':4,'severity':2,'@timestamp':'2003-10-11T22:14:15.003Z','hostname':'mymachine.example.com','appname':'su','msgid':'ID47','message':'£'}");
        becomes(
                "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It`s time to make the do-nuts.",
                "{'facility':20,'severity':5,'@timestamp':'2003-08-24T05:14:15.000003-07:00','hostname':'192.0.2.1','appname':'myproc','procid':'8710','message':'£'}");
        becomes(
                "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut='3' eventSource='Application' eventID='1011'] \uFEFFAn application event log entry...",
                "{'exampleSDID@32473':{'iut':'3','eventSource':'Application','eventID':'1011'},'facility':20,'severity':5,'@timestamp':'2003-10-11T22:14:15.003Z','hostname':'mymachine.example.com','appname':'evntslog','msgid':'ID47','message':'£'}");
        becomes(
                "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut='3' eventSource='Application' eventID='1011'][examplePriority@32473 class='high']",
                "{'exampleSDID@32473':{'iut':'3','eventSource':'Application','eventID':'1011'},'examplePriority@32473':{'class':'high'},'facility':20,'severity':5,'@timestamp':'2003-10-11T22:14:15.003Z','hostname':'mymachine.example.com','appname':'evntslog','msgid':'ID47','message':'£'}");
    }

    @Test
    void structuredDataOfRfc5424Section635() throws IOException {
        String head = "<13>1 - h - - - ";
        String tail = "'facility':1,'severity':5,'hostname':'h','message':'£'}";
        becomes(head + "[a@1 x='1'] [b@1 y='2']", "{'a@1':{'x':'1'}," + tail);
        becomes(head + "[ a@1 x='1']", "{" + tail);
        becomes(
                head + "[sigSig ver='1' rsID='1234' iut='3']",
                "{'sigSig':{'ver':'1','rsID':'1234','iut':'3'}," + tail);
        becomes(head + "[a@1]", "{'a@1':{}," + tail);
        becomes(head + "[a@1 x='1'", "{" + tail);
    }

    @Test
    void valuesOfStructuredDataComeOutOfTheirEscapes() throws IOException {
        becomes(
                "<13>1 - - - - - [a x='q\\' b\\\\ c\\] n\\n' y='é']",
                "{'a':{'x':'q\\' b\\\\ c] n\\\\n','y':'é'},'facility':1,'severity':5,'message':'£'}");
    }

    @Test
    void parametersThatComeAgainAreAList() throws IOException {
        becomes(
                "<13>1 - - - - - [origin ip='192.0.2.1' x='1' ip='192.0.2.129'] m",
                "{'origin':{'ip':['192.0.2.1','192.0.2.129'],'x':'1'},'facility':1,'severity':5,'message':'£'}");
    }

    @Test
    void examplesOfRfc3164Section54() throws IOException {
        becomes(
                "<34>Oct 11 22:14:15 mymachine su: `su root` failed for lonvick on /dev/pts/8",
                "{'facility':4,'severity':2,'@timestamp':'Oct 11 22:14:15','hostname':'mymachine','appname':'su','message':'£'}");
        becomes("<13>use the BFG!", "{'facility':1,'severity':5,'message':'£'}");
        becomes(
                "<13>Feb  5 17:32:18 10.0.0.99 Use the BFG!",
                "{'facility':1,'severity':5,'@timestamp':'Feb  5 17:32:18','hostname':'10.0.0.99','message':'£'}");
        // The RFC says of this one that its host would be taken to be CST.
        becomes(
                "<165>Aug 24 05:34:00 CST 1987 mymachine myproc[10]: %% It`s time to make the do-nuts.",
                "{'facility':20,'severity':5,'@timestamp':'Aug 24 05:34:00','hostname':'CST','message':'£'}");
        becomes(
                "<0>1990 Oct 22 10:52:01 TZ-6 scapegoat.dmz.example.org 10.1.2.3 sched[0]: That`s All Folks!",
                "{'facility':0,'severity':0,'message':'£'}");
    }

    @Test
    void linesOfLogFilesHaveNoPriority() throws IOException {
        becomes(
                "Nov 23 06:00:01 web1 sshd[812]: Failed password for root",
                "{'@timestamp':'Nov 23 06:00:01','hostname':'web1','appname':'sshd','procid':'812','message':'£'}");
        becomes(
                "2026-11-23T06:00:01.123456+00:00 web1 CRON[9]: (root) CMD",
                "{'@timestamp':'2026-11-23T06:00:01.123456+00:00','hostname':'web1','appname':'CRON','procid':'9','message':'£'}");
        becomes("Nov 23 06:00:01 nothing more", "{'message':'£'}");
        becomes("2026-11-23T06:00:01Z [main] INFO started", "{'message':'£'}");
        becomes("2026-11-23T06:00:01.123Z INFO main: started", "{'message':'£'}");
        becomes("2026-11-23T06:00:01 INFO main: started", "{'message':'£'}");
        becomes("Nov what", "{'message':'£'}");
    }

    @Test
    void aSenderOnTheSameHostLeavesItsNameOut() throws IOException {
        becomes(
                "<13>Oct  1 22:14:15 su[7]: done",
                "{'facility':1,'severity':5,'@timestamp':'Oct  1 22:14:15','appname':'su','procid':'7','message':'£'}");
    }

    @Test
    void theFieldsOfAnObjectStandAtTheTop() throws IOException {
        becomes(
                "<13>1 - h app - - - {'a':{'b':1},'message':'m'} ",
                "{'syslog':{'facility':1,'severity':5,'hostname':'h','appname':'app'},'a':{'b':1},'message':'m'}");
        becomes(
                "<13>Oct 11 22:14:15 h app: { }",
                "{'syslog':{'facility':1,'severity':5,'@timestamp':'Oct 11 22:14:15','hostname':'h','appname':'app'}}");
        becomes(
                "<13>{'a':[1,2.5e3,-1,true,null,'x']}",
                "{'syslog':{'facility':1,'severity':5},'a':[1,2.5e3,-1,true,null,'x']}");
    }

    @Test
    void whatOnlyLooksLikeAnObjectIsText() throws IOException {
        for (String text :
                List.of(
                        "{main} done}",
                        "{'a':1",
                        "{'a':1} b}",
                        "{'a'}",
                        "{'a':1,}",
                        "{'a':tru}",
                        "{1:2}")) {
            becomes("<13>" + text, "{'facility':1,'severity':5,'message':'£'}");
        }
    }

    @Test
    void whatIsNoPriorityIsText() throws IOException {
        for (String text : List.of("<192>1 - - - - - -", "<>x", "<1", "<a>1", "<1234>x", "< 1>x")) {
            becomes(text, "{'message':'£'}");
        }
    }

    @Test
    void aHeaderThatEndsTooEarlyLeavesThePriority() throws IOException {
        becomes("<13>1 2003-10-11T22:14:15.003Z host", "{'facility':1,'severity':5,'message':'£'}");
        becomes("<13>", "{'facility':1,'severity':5,'message':'£'}");
    }
}
