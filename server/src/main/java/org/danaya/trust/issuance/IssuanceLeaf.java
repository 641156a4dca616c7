package org.danaya.trust.issuance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a leaf of an authority says. Contents are lines of a name, a space and a value, behind a
 * first line that names their form; see {@code docs/reference/issuance-leaves.md}.
 */
sealed interface IssuanceLeaf {

    /** An authority began. */
    record Registered(String certificate) implements IssuanceLeaf {}

    /** Certificates were approved in advance. */
    record Standing(
            String id, String authority, String profile, Instant from, Instant until, long most)
            implements IssuanceLeaf {}

    /**
     * Certificates were approved by a passkey.
     *
     * @param statement the lines that were confirmed, with their line feeds
     * @param tbs hashes of the exact TBSCertificates
     */
    record Approved(
            String statement, String profile, Set<String> tbs, Map<String, String> assertion)
            implements IssuanceLeaf {}

    /**
     * A certificate was issued.
     *
     * @param standing the approval in advance; nothing where it answers a request
     */
    record Issued(
            String authority,
            String serial,
            String certificate,
            String tbs,
            String profile,
            Optional<String> standing)
            implements IssuanceLeaf {}

    /** Anything else of an authority's, which issues nothing. */
    record Other() implements IssuanceLeaf {}

    /** What the content of a leaf of a kind says; nothing where it isn't of its form. */
    static Optional<IssuanceLeaf> parse(String kind, String content) {
        List<String> lines = content.lines().toList();
        try {
            return switch (kind) {
                case "authority.registered" ->
                        Optional.of(
                                new Registered(
                                        need(
                                                fields(lines, "danaya authority registered v1"),
                                                "certificate-sha256")));
                case "authority.standing" ->
                        Optional.of(standing(fields(lines, "danaya standing approval v1")));
                case "authority.approved" -> Optional.of(approved(lines));
                case "authority.issued" ->
                        Optional.of(issued(fields(lines, "danaya certificate issued v1")));
                default -> Optional.of(new Other());
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Standing standing(Map<String, String> fields) {
        return new Standing(
                need(fields, "standing"),
                need(fields, "authority-sha256"),
                profile(fields),
                Instant.parse(need(fields, "from")),
                Instant.parse(need(fields, "until")),
                Long.parseLong(need(fields, "most")));
    }

    private static Issued issued(Map<String, String> fields) {
        return new Issued(
                need(fields, "authority-sha256"),
                need(fields, "serial"),
                need(fields, "certificate-sha256"),
                need(fields, "tbs-sha256"),
                profile(fields),
                Optional.ofNullable(fields.get("standing")));
    }

    private static Approved approved(List<String> lines) {
        List<String> statement = new ArrayList<>();
        Map<String, String> assertion = new HashMap<>();
        Set<String> tbs = new HashSet<>();
        for (String line : lines) {
            if (assertion.isEmpty() && !line.startsWith("assertion ")) {
                statement.add(line);
                if (line.startsWith("tbs ")) {
                    tbs.add(line.split(" ", 3)[1]);
                }
            } else {
                put(assertion, line);
            }
        }
        Map<String, String> head = fields(statement.subList(0, 2), "danaya issuance approval v1");
        return new Approved(
                String.join("\n", statement) + "\n", profile(head), tbs, Map.copyOf(assertion));
    }

    private static Map<String, String> fields(List<String> lines, String form) {
        if (lines.isEmpty() || !lines.getFirst().equals(form)) {
            throw new IllegalArgumentException(form);
        }
        Map<String, String> fields = new HashMap<>();
        lines.subList(1, lines.size()).forEach(line -> put(fields, line));
        return fields;
    }

    private static void put(Map<String, String> fields, String line) {
        int space = line.indexOf(' ');
        if (space < 1 || fields.put(line.substring(0, space), line.substring(space + 1)) != null) {
            throw new IllegalArgumentException(line);
        }
    }

    private static String need(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The digest behind the profile's name and version. */
    private static String profile(Map<String, String> fields) {
        String[] parts = need(fields, "profile").split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("profile");
        }
        return parts[2];
    }
}
