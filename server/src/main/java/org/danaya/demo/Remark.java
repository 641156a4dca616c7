package org.danaya.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * An observation of the story, with what becomes of it.
 *
 * @param number of the observation within the version, in the order in which they are handed in
 * @param structure the identifier of the ministry
 * @param on the number of the provision; empty for the whole text
 * @param answer the code of the disposition
 * @param changes the number of the provision that changes because of it; empty where none does
 */
record Remark(
        int number,
        String structure,
        String on,
        String kind,
        String comment,
        String proposal,
        boolean confidential,
        String answer,
        String reason,
        String changes) {

    private static final Map<String, String> KINDS =
            Map.of("technique", "technical", "redactionnelle", "editorial", "generale", "general");
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "acceptee", "accepted",
                    "partielle", "partly-accepted",
                    "rejetee", "rejected",
                    "sans-objet", "moot",
                    "doublon", "duplicate",
                    "reportee", "postponed");

    /** All of them, in the order of their numbers. */
    static List<Remark> all() {
        String file =
                new String(Register.file("strategy/observations.csv"), StandardCharsets.UTF_8);
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(';')
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get();
        List<Remark> all = new ArrayList<>();
        try (var rows = format.parse(new StringReader(file))) {
            for (CSVRecord row : rows) {
                all.add(read(all.size() + 1, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Remark read(int number, CSVRecord row) {
        return new Remark(
                number,
                row.get("structure"),
                row.get("disposition"),
                KINDS.getOrDefault(row.get("type"), ""),
                row.get("observation"),
                row.get("proposition"),
                row.get("confidentielle").equals("oui"),
                ANSWERS.getOrDefault(row.get("suite"), ""),
                row.get("motif"),
                row.get("modification"));
    }

    /** The one that is answered for a duplicate: accepted, on the same provision. */
    Remark answeredFor(List<Remark> all) {
        return all.stream()
                .filter(each -> each.on().equals(on) && each.answer().equals("accepted"))
                .findFirst()
                .orElseThrow();
    }
}
