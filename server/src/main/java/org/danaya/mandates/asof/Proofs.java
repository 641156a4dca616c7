package org.danaya.mandates.asof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.page.Language;
import org.danaya.people.Structure;
import org.danaya.verify.mandate.Power;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer with what shows it, as programs have it and as a file. */
final class Proofs {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Proofs() {}

    /**
     * Who could, and how that is known.
     *
     * @param format {@code danaya who could v1}
     * @param at the instant: what was recorded later doesn't count
     */
    record Told(
            String format,
            String structure,
            String structureName,
            String power,
            LocalDate on,
            Instant at,
            List<One> able) {}

    /**
     * Somebody who could.
     *
     * @param by {@code office} or {@code mandate}
     * @param number the register's, of a mandate; 0 of an office
     * @param acting whether they stood in for the position's holder
     * @param limits lines of a side and a code
     * @param until the first day on which it doesn't hold any more
     * @param basis the act that it rests on, in words
     */
    record One(
            String by,
            UUID id,
            long number,
            String name,
            String function,
            boolean acting,
            List<String> powers,
            List<String> limits,
            LocalDate from,
            LocalDate until,
            String basis,
            List<Leaf> leaves) {}

    /**
     * A leaf of the public log.
     *
     * @param reference what it is called here
     * @param opening salt, content and proof, as {@code danaya log check} reads them
     */
    record Leaf(String reference, String opening) {}

    /**
     * Puts an answer together.
     *
     * @param opening of a reference
     */
    static Told told(
            WhoCould.Answer answer, Structure structure, Function<String, String> opening) {
        Map<String, String> openings = new LinkedHashMap<>();
        return new Told(
                "danaya who could v1",
                structure.identifier(),
                structure.name(Language.FRENCH),
                answer.question().power().code(),
                answer.question().day(),
                answer.at(),
                answer.able().stream()
                        .map(
                                able ->
                                        one(
                                                able,
                                                reference ->
                                                        openings.computeIfAbsent(
                                                                reference, opening)))
                        .toList());
    }

    private static One one(Able able, Function<String, String> opening) {
        return new One(
                able.by().kind(),
                able.by().id(),
                able.by().number().orElse(0L),
                able.person(),
                able.function(),
                able.acting(),
                able.powers().toSet().stream().map(Power::code).toList(),
                able.scope().lines(),
                able.from(),
                able.until(),
                able.basis(),
                able.references().stream()
                        .map(each -> new Leaf(each, opening.apply(each)))
                        .toList());
    }

    /**
     * The same as a file: a ZIP with {@code answer.json} and each leaf's opening in a file of its
     * own, so that each can be checked by itself.
     */
    static byte[] zip(Told told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "answer.json", JSON.writeValueAsString(told));
            Map<String, String> openings = new LinkedHashMap<>();
            told.able().stream()
                    .flatMap(one -> one.leaves().stream())
                    .forEach(leaf -> openings.putIfAbsent(leaf.reference(), leaf.opening()));
            for (Map.Entry<String, String> each : openings.entrySet()) {
                put(zip, file(each.getKey()), each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String file(String reference) {
        return reference.replace(':', '-') + ".danaya-opening";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
