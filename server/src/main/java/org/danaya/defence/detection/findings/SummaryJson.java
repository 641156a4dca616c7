package org.danaya.defence.detection.findings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.danaya.defence.detection.Ledger;

/** The summary for machines. */
final class SummaryJson {

    private static final int TOP = 20;

    private SummaryJson() {}

    static String of(Summary summary, Ledger ledger) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines json = new JsonLines(out);
        json.begin();
        json.name("matches").number(summary.matches());
        found(json, summary);
        json.name("ledger");
        ledger(json, ledger);
        json.end().flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void found(JsonLines json, Summary summary) {
        summary.first().ifPresent(time -> json.name("first").text(time.toString()));
        summary.last().ifPresent(time -> json.name("last").text(time.toString()));
        json.name("withoutTime").number(summary.withoutTime());
        json.name("levels").begin();
        summary.levels().forEach((level, count) -> json.name(level.word()).number(count));
        json.end().name("tactics").begin();
        summary.tactics().forEach((tactic, count) -> json.name(tactic.code()).number(count));
        json.end().name("hosts").beginList();
        List<Tally.Counted> top = summary.hosts().top(TOP);
        for (Tally.Counted host : top) {
            json.begin().name("host").text(host.name());
            json.name("matches").number(host.count()).end();
        }
        json.endList();
        json.name("otherHosts").begin();
        json.name("hosts").number(summary.hosts().names() - top.size());
        json.name("complete").truth(!summary.hosts().overflowed());
        json.name("matches").number(summary.hosts().others(top)).end();
        json.name("rules").beginList();
        for (Summary.Counted counted : summary.rules()) {
            json.begin().name("rule").text(Told.rule(counted.rule()));
            json.name("level").text(counted.level().word());
            json.name("title").text(counted.rule().title());
            json.name("author").text(counted.rule().author());
            json.name("matches").number(counted.count()).end();
        }
        json.endList();
    }

    private static void ledger(JsonLines json, Ledger ledger) {
        json.begin();
        json.name("events").number(ledger.events());
        json.name("evaluated").number(ledger.evaluated());
        json.name("undated").number(ledger.undated());
        json.name("outside").number(ledger.outside());
        json.name("setAside").begin();
        ledger.setAside().forEach((cause, count) -> json.name(cause).number(count));
        json.end().name("adds").truth(Summary.adds(ledger));
        json.name("files").number(ledger.files());
        json.name("bytes").number(ledger.bytes());
        json.name("unreadable").beginList();
        for (Ledger.Unreadable file : ledger.unreadable()) {
            json.begin().name("file").text(file.file());
            json.name("cause").text(file.cause());
            json.name("detail").text(file.detail()).end();
        }
        json.endList().name("leftOut").beginList();
        for (Ledger.LeftOut file : ledger.leftOut()) {
            json.begin().name("file").text(file.file());
            json.name("cause").text(file.cause());
            json.name("files").number(file.files()).end();
        }
        json.endList().name("rules").number(ledger.rules());
        rules(json, ledger);
        json.name("idle").number(ledger.idle());
        json.name("uncorrelated").begin();
        ledger.uncorrelated().forEach((cause, count) -> json.name(cause).number(count));
        json.end();
        json.name("milliseconds").number(ledger.elapsed().toMillis());
        json.end();
    }

    private static void rules(JsonLines json, Ledger ledger) {
        json.name("refused").beginList();
        for (Ledger.Refused refused : ledger.refused()) {
            json.begin().name("file").text(refused.file());
            json.name("line").number(refused.line());
            json.name("title").text(refused.title());
            json.name("cause").text(refused.cause());
            json.name("detail").text(refused.detail()).end();
        }
        json.endList().name("blind").beginList();
        for (Ledger.Blind blind : ledger.blind()) {
            json.begin().name("rule").text(blind.rule());
            json.name("title").text(blind.title());
            json.name("events").number(blind.events());
            json.name("fields").list(blind.fields()).end();
        }
        json.endList();
    }
}
