package org.danaya.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One text, from the first draft to the adoption.
 *
 * @param slug its name in addresses
 * @param title in French
 * @param english its title in English
 * @param language ISO 639-2, in which it is written
 * @param lead the structure that leads it
 */
public record Dossier(
        UUID id,
        String slug,
        TextKind kind,
        String title,
        Optional<String> english,
        String language,
        Lead lead,
        UUID openedBy,
        Instant openedAt) {

    /** How long a title may be, in characters. */
    public static final int LONGEST_TITLE = 300;

    /**
     * The structure that leads a text.
     *
     * @param name what it was called, in French
     * @param identifier its key for people
     */
    public record Lead(UUID structure, String name, String identifier) {}

    /** The language as pages say it: a tag of BCP 47. */
    public String tag() {
        return switch (language) {
            case "eng" -> "en";
            case "bam" -> "bm";
            default -> "fr";
        };
    }

    /** What acts on a dossier name as their subject. */
    String subject() {
        return "text-dossier:" + id;
    }
}
