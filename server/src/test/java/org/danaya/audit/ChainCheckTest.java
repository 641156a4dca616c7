package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the database can go round its triggers; the check finds what they did. */
class ChainCheckTest {

    private final TestJournal kit = new TestJournal();
    private final TreeMap<Long, Hash> anchors = new TreeMap<>();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void anEmptyJournalIsSound() throws SQLException {
        CheckReport report = check();
        assertThat(report.sound()).isTrue();
        assertThat(report.head()).isEqualTo(Head.START);
    }

    @Test
    void anUntouchedJournalIsSoundAndHasTheChainersHead() throws SQLException {
        kit.write(20);
        anchor(20);
        kit.transaction.executeWithoutResult(_ -> kit.journal.on(TestJournal.built(99)));
        CheckReport report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.head()).isEqualTo(kit.links.head());
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.anchors()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    at             | at + interval '1 microsecond'
                    actor_kind     | 'PROGRAM'
                    actor          | 'x'
                    role           | 'director'
                    act            | 'example.house-bought'
                    subject        | 'house:other'
                    outcome        | 'REFUSED'
                    facts          | concat(facts, ' ')
                    request        | 'r'
                    address_digest | set_byte(address_digest, 31, get_byte(address_digest, 31) # 1)
                    """)
    void aChangeOfAnyColumnIsFound(String column, String value) throws SQLException {
        kit.write(9);
        tamper("update audit.entry set " + column + " = " + value + " where id = 5");
        assertThat(check().findings()).contains(new Finding.Altered(5));
    }

    @Test
    void aChangeOfAnEntrysIdIsFound() throws SQLException {
        kit.write(9);
        tamper("update audit.entry set id = default where id = 5");
        assertThat(check().findings()).contains(new Finding.Gone(5));
        tamper("update audit.link set entry = 10 where position = 5");
        assertThat(check().findings()).contains(new Finding.Altered(5));
    }

    @Test
    void anyFlippedBitOfAHashIsFound() throws SQLException {
        kit.write(9);
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            int position = 1 + random.nextInt(9);
            String flip =
                    "update audit.link set hash = set_bit(hash, %d, 1 - get_bit(hash, %<d)) where position = %d"
                            .formatted(random.nextInt(256), position);
            tamper(flip);
            assertThat(check().findings()).contains(new Finding.Altered(position));
            tamper(flip);
            assertThat(check().sound()).isTrue();
        }
    }

    @Test
    void aChangedAddressIsFound() throws SQLException {
        kit.write(9);
        tamper("update audit.entry set address = '192.0.2.66' where id = 5");
        tamper(
                "update audit.entry set address_salt = decode(repeat('00', 16), 'hex') where id = 6");
        assertThat(check().findings())
                .containsExactly(new Finding.AddressAltered(5), new Finding.AddressAltered(6));
    }

    @Test
    void anAddressThatNobodyErasedProperlyIsFound() throws SQLException {
        kit.write(9);
        kit.jdbc
                .sql("update audit.entry set address = null, address_salt = null where id = 5")
                .update();
        assertThat(check().findings()).containsExactly(new Finding.AddressGone(5));
    }

    @Test
    void theChainBearsTheErasureOfAddresses() throws SQLException {
        kit.write(9);
        AddressErasure erasure =
                new AddressErasure(
                        kit.jdbc,
                        kit.transaction,
                        act -> kit.journal.on((Act) act),
                        Settings.of(AuditSettings.ALL, Map.of("audit.address-retention", "1ms")),
                        Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5)));
        erasure.erase();
        erasure.erase();
        assertThat(kit.count("entry")).isEqualTo(10);
        kit.chainer.chain();
        CheckReport report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(9);
        assertThat(kit.jdbc.sql("select address from audit.entry").query().singleColumn())
                .filteredOn(address -> address != null)
                .hasSize(1);
    }

    @Test
    void aDeletedEntryIsFound() throws SQLException {
        kit.write(9);
        tamper("delete from audit.entry where id = 5");
        assertThat(check().findings()).containsExactly(new Finding.Gone(5));
        tamper("delete from audit.link where position = 5");
        assertThat(check().findings())
                .containsExactly(new Finding.Missing(5), new Finding.Altered(6));
    }

    @Test
    void aDeletionWithThePositionsClosedUpIsFound() throws SQLException {
        kit.write(9);
        tamper(
                "delete from audit.entry where id = 5",
                "delete from audit.link where position = 5",
                "update audit.link set position = position - 1 where position > 5");
        assertThat(check().findings()).contains(new Finding.Altered(5));
    }

    @Test
    void exchangedEntriesAreFound() throws SQLException {
        kit.write(9);
        tamper("update audit.link set position = 100 where position = 5");
        tamper("update audit.link set position = 5 where position = 6");
        tamper("update audit.link set position = 6 where position = 100");
        assertThat(check().findings()).contains(new Finding.Altered(5), new Finding.Altered(6));
    }

    @Test
    void anEntryPutInFromOutsideIsFound() throws SQLException {
        kit.write(9);
        tamper(
                """
                insert into audit.entry (at, actor_kind, actor, role, act, subject, outcome, facts,
                    request, address_digest, address, address_salt)
                select at, actor_kind, actor, role, act, subject, outcome, facts, request,
                    address_digest, address, address_salt from audit.entry where id = 3
                """);
        assertThat(check().findings()).containsExactly(new Finding.Outside(1));
    }

    @Test
    void aTailThatWasCutOffIsFoundByItsAnchor() throws SQLException {
        kit.write(9);
        anchor(9);
        tamper("delete from audit.entry where id > 6", "delete from audit.link where position > 6");
        assertThat(check().findings()).containsExactly(new Finding.CutOff(9));
    }

    @Test
    void aJournalComputedAnewIsFoundByItsAnchor() throws SQLException {
        kit.write(9);
        anchor(9);
        tamper(
                "update audit.entry set subject = 'house:other' where id = 5",
                "truncate audit.link",
                "insert into audit.unchained (entry) select id from audit.entry");
        kit.chainer.chain();
        assertThat(check().findings()).containsExactly(new Finding.AnchorDiffers(9));
    }

    @Test
    void noMoreFindingsAreNamedThanAPersonReads() throws SQLException {
        kit.write(80);
        tamper("update audit.entry set role = 'x'");
        assertThat(check().findings()).hasSize(CheckReport.MOST);
    }

    @Test
    void aProgramKilledAnywhereLeavesASoundJournal() throws SQLException {
        kit.write(3);
        kit.transaction.executeWithoutResult(
                status -> {
                    kit.journal.on(
                            new Act(
                                    TestJournal.Deed.BUILT,
                                    new Actor.Program("test"),
                                    "house:1",
                                    Act.Outcome.DONE,
                                    Map.of()));
                    kit.chainer.chain();
                    status.setRollbackOnly();
                });
        assertThat(check().sound()).isTrue();
        kit.write(3);
        assertThat(check().head().position()).isEqualTo(6);
    }

    private void anchor(long position) {
        anchors.put(
                position,
                kit.jdbc
                        .sql("select hash from audit.link where position = ?")
                        .param(position)
                        .query((row, _) -> Hash.of(row.getBytes(1)))
                        .single());
    }

    private CheckReport check() throws SQLException {
        return new ChainCheck(kit.source, _ -> {}).run(anchors);
    }

    /** Does what the triggers refuse, as the owner of the tables can. */
    private void tamper(String... statements) {
        kit.transaction.executeWithoutResult(
                _ -> {
                    kit.triggers("disable");
                    List.of(statements).forEach(sql -> kit.jdbc.sql(sql).update());
                    kit.triggers("enable");
                });
    }
}
