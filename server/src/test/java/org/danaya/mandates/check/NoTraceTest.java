package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody can tell afterwards what was looked for, however it was asked. About 5 seconds. */
class NoTraceTest {

    /** What was logged, from the least that any library says. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(
                    event.getLoggerName()
                            + " "
                            + event.getFormattedMessage()
                            + " "
                            + event.getMDCPropertyMap());
        }
    }

    @Test
    void aCodeIsInNoLogNoJournalNoFigureAndNoCache() throws Exception {
        PlatformMandates kit = new PlatformMandates("sans-trace-exemple", "STE");
        Mandate.Head head =
                kit.inForce(
                                kit.terms(
                                        kit.person("Aminata", "TRACE EXEMPLE"),
                                        Scope.OPEN,
                                        Power.SPEAK))
                        .getFirst();
        String code = ShortCode.ofData(head.code()).toString();
        String plain = code.replace("-", "");
        Logger danaya = (Logger) LoggerFactory.getLogger("org.danaya");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Heard heard = new Heard();
        heard.start();
        Level before = danaya.getLevel();
        root.addAppender(heard);
        danaya.setLevel(Level.TRACE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/m/" + code, "/api/v1/mandates/" + plain)) {
                HttpResponse<String> answer =
                        client.send(
                                HttpRequest.newBuilder(at(path)).build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(path)
                        .contains("no-store");
                assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                        .as(path)
                        .doesNotContain(plain);
            }
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(at("/m/" + code)).build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .headers()
                                    .firstValue("Referrer-Policy"))
                    .contains("no-referrer");
            String figures =
                    client.send(
                                    HttpRequest.newBuilder(at("/metrics"))
                                            .header(
                                                    "Authorization",
                                                    "Bearer " + TestPlatform.METRICS_TOKEN)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            assertThat(figures).doesNotContain(plain, code);
        } finally {
            danaya.setLevel(before);
            root.detachAppender(heard);
        }
        try (Portal portal =
                new Portal(
                        TestPlatform.address(),
                        org.danaya.page.Language.FRENCH,
                        java.time.Clock.systemUTC())) {
            assertThat(portal.code(code).verdict()).isEqualTo("VALIDE");
        }
        assertThat(heard.lines).noneMatch(line -> line.contains(plain) || line.contains(code));
        JdbcClient sql = TestPlatform.bean(JdbcClient.class);
        List<String> tables =
                sql.sql(
                                """
                                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                                from information_schema.tables
                                where table_schema in ('audit', 'jobs', 'access', 'signin', 'log')
                                    and table_type = 'BASE TABLE'
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables).isNotEmpty();
        for (String table : tables) {
            assertThat(
                            sql.sql(
                                            "select count(*) from "
                                                    + table
                                                    + " t where t::text like ? or t::text like ?")
                                    .params("%" + plain + "%", "%" + code + "%")
                                    .query(Long.class)
                                    .single())
                    .as(table)
                    .isZero();
        }
    }

    private static URI at(String path) {
        return TestPlatform.address().resolve(path);
    }
}
