package org.danaya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTest {

    static Stream<String> modules() {
        return Migrations.MODULES.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void ourChecksumsAreFlyways(String module) {
        PGSimpleDataSource source = TestDatabase.empty().dataSource();
        Flyway flyway =
                Flyway.configure()
                        .dataSource(source)
                        .schemas(module)
                        .locations("classpath:db/" + module)
                        .load();
        Map<String, Integer> flyways = new TreeMap<>();
        for (var script : flyway.info().all()) {
            flyways.put(script.getVersion().toString(), script.getChecksum());
        }
        Map<String, Integer> ours = new TreeMap<>();
        MigrationScripts.of(module)
                .forEach((version, checksum) -> ours.put(version.toString(), checksum));
        assertThat(ours).isEqualTo(flyways).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void anOlderProgramRefusesNewerData(String module) {
        PGSimpleDataSource source = TestDatabase.freshSource();
        JdbcClient.create(source)
                .sql(
                        """
                        insert into "%s".flyway_schema_history
                            (installed_rank, version, description, type, script, checksum,
                                installed_by, execution_time, success)
                        values (1000, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)
                        """
                                .formatted(module))
                .update();
        assertFault(source, StoreFault.NEWER_DATA, module, "999");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aNewerProgramMigratesOlderData(String module) {
        PGSimpleDataSource source = TestDatabase.empty().dataSource();
        Map<String, String> first = new TreeMap<>();
        for (String each : Migrations.MODULES) {
            var scripts = MigrationScripts.of(each);
            first.put(
                    each,
                    (each.equals(module) ? scripts.firstKey() : scripts.lastKey()).toString());
        }
        Migrations.runTo(source, first);
        Migrations.run(source);
        assertThat(
                        JdbcClient.create(source)
                                .sql(
                                        "select count(*) from \"%s\".flyway_schema_history where version is not null"
                                                .formatted(module))
                                .query(Integer.class)
                                .single())
                .isEqualTo(MigrationScripts.of(module).size());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aScriptThatIsNotTheOneThatRanIsRefused(String module) {
        PGSimpleDataSource source = TestDatabase.freshSource();
        JdbcClient.create(source)
                .sql(
                        "update \"%s\".flyway_schema_history set checksum = 7 where version = '1'"
                                .formatted(module))
                .update();
        assertFault(source, StoreFault.OTHER_MIGRATION, module, "1");
    }

    @Test
    void aModuleThatThisProgramDoesNotHaveIsNewerData() {
        PGSimpleDataSource source = TestDatabase.freshSource();
        JdbcClient client = JdbcClient.create(source);
        client.sql("create schema tomorrow").update();
        client.sql(
                        "create table tomorrow.flyway_schema_history as table store.flyway_schema_history")
                .update();
        assertFault(source, StoreFault.NEWER_DATA, "tomorrow", "1");
    }

    private static void assertFault(PGSimpleDataSource source, StoreFault code, Object... facts) {
        assertThatThrownBy(() -> Migrations.run(source))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.facts()).containsExactly(facts);
                        });
    }
}
