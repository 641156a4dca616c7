package org.danaya.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator does with failed work, in a browser. */
class JobsStoryTest {

    private static final String JOB = "example.sending";

    private final JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);

    @AfterEach
    void tidy() {
        for (String table : new String[] {"failed", "run"}) {
            jdbc.sql("delete from jobs." + table + " where job = ?").param(JOB).update();
        }
        jdbc.sql("delete from jobs.task where task_name = ?").param(JOB).update();
    }

    @Test
    void anAdministratorRunsFailedWorkAgainAndSetsSomeAside() {
        fail("lettre-1");
        fail("lettre-2");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            administrator.into(browser.go("/")).go("/console/jobs").sees("lettre-1");
            browser.accessible().quiet().screenshots("jobs-fr");
            button(browser, "Relancer", "lettre-1");
            browser.sees("Le travail est relancé").accessible();
            assertThat(browser.has("[aria-label='Relancer " + JOB + " lettre-1']")).isFalse();
            button(browser, "Abandonner", "lettre-2");
            browser.sees("Le travail est abandonné").accessible().quiet();
            assertThat(count("failed")).isZero();
            assertThat(
                            jdbc.sql("select task_instance from jobs.task where task_name = ?")
                                    .param(JOB)
                                    .query(String.class)
                                    .list())
                    .containsExactly("lettre-1");

            browser.find(".filters [name='job']").sendKeys(JOB);
            browser.choose("outcome", "given-up").press("Filtrer");
            browser.sees("Tout afficher").sees("Abandonné");
            assertThat(browser.path()).contains("job=" + JOB).contains("outcome=given-up");
            browser.accessible().screenshots("jobs-filtered-fr");
            browser.press("English").sees("Show all").accessible().screenshots("jobs-en");
            String csv =
                    administrator
                            .get("/console/jobs?format=csv&outcome=given-up&job=" + JOB)
                            .body();
            assertThat(csv.lines()).hasSize(3);

            browser.go("/console/journal?act=jobs.retried").sees(JOB).accessible();
            browser.find("td a[href='/console/jobs?job=" + JOB + "']").click();
            browser.sees("Background jobs");
            assertThat(auditor.get("/console/jobs").body()).doesNotContain("/retry");
        }
    }

    private static void button(Browser browser, String word, String piece) {
        browser.find("[aria-label='" + word + " " + JOB + " " + piece + "']").click();
    }

    /** Work that was tried until it was given up. */
    private void fail(String piece) {
        jdbc.sql(
                        """
                        insert into jobs.failed
                            (job, instance, data, priority, failed_at, attempts, reason)
                        values (?, ?, ''::bytea, 0, now(), 10, 'java.net.ConnectException')
                        """)
                .params(JOB, piece)
                .update();
        jdbc.sql(
                        """
                        insert into jobs.run
                            (job, instance, attempt, started, ended, outcome, reason)
                        values (?, ?, 10, now() - interval '2 seconds', now(), 'GIVEN_UP',
                            'java.net.ConnectException')
                        """)
                .params(JOB, piece)
                .update();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from jobs." + table + " where job = ?")
                .param(JOB)
                .query(Long.class)
                .single();
    }
}
