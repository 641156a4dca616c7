package org.danaya.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.store.Moments;
import org.danaya.text.akn.AknReader;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.file.TextFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.import}. */
final class ImportTable {

    private final JdbcClient sql;

    ImportTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A file that was read and waits. */
    record Row(
            UUID id,
            UUID dossier,
            UUID account,
            String name,
            String form,
            String sha256,
            Element root,
            List<TextFile.Remark> remarks) {}

    void insert(Row row, Instant now) {
        sql.sql("insert into consultation.import values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Arrays.asList(
                                row.id(),
                                row.dossier(),
                                row.account(),
                                row.name(),
                                row.form(),
                                HexFormat.of().parseHex(row.sha256()),
                                AknWriter.write(row.root()),
                                row.remarks().stream()
                                        .map(remark -> remark.code() + " " + remark.count())
                                        .collect(Collectors.joining("\n")),
                                Moments.column(now)))
                .update();
    }

    Optional<Row> find(UUID id, UUID account) {
        return sql.sql("select * from consultation.import where id = ? and account = ?")
                .params(id, account)
                .query(
                        (row, _) ->
                                new Row(
                                        id,
                                        row.getObject("dossier", UUID.class),
                                        account,
                                        row.getString("name"),
                                        row.getString("form"),
                                        HexFormat.of().formatHex(row.getBytes("sha256")),
                                        AknReader.read(row.getBytes("akn")),
                                        remarks(row.getString("remarks"))))
                .optional();
    }

    private static List<TextFile.Remark> remarks(String lines) {
        List<TextFile.Remark> remarks = new ArrayList<>();
        lines.lines()
                .forEach(
                        line -> {
                            int space = line.indexOf(' ');
                            remarks.add(
                                    new TextFile.Remark(
                                            line.substring(0, space),
                                            Integer.parseInt(line.substring(space + 1))));
                        });
        return remarks;
    }

    /** Says whether it was there. */
    boolean delete(UUID id) {
        return sql.sql("delete from consultation.import where id = ?").param(id).update() == 1;
    }

    void deleteBefore(Instant end) {
        sql.sql("delete from consultation.import where made_at < ?")
                .param(Moments.column(end))
                .update();
    }
}
