package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators do at the command line reaches the running platform's journal. */
class OperatorActsTest {

    @Test
    void aBackupIsJournalled() throws Exception {
        JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into backup.operator_act (type, operator, subject, done_at)
                        values ('backup.made', 'an example', 'backup:example.cms', now())
                        """)
                .update();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (number(jdbc, "select count(*) from backup.operator_act") > 0) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.sleep(50);
        }
        assertThat(
                        number(
                                jdbc,
                                """
                                select count(*) from audit.entry
                                where act = 'backup.made' and subject = 'backup:example.cms'
                                """))
                .isEqualTo(1);
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
