package org.danaya.consultation;

import java.util.Optional;
import org.danaya.base.Reach;

/**
 * Which dossiers are looked for.
 *
 * @param text words of titles and structures; empty for all
 * @param reach those that whoever looks may see
 */
public record DossierSearch(String text, Optional<TextKind> kind, Reach reach) {

    /** By when they were opened. */
    public static final String BY_TIME = "opened_at";

    /** By their title. */
    public static final String BY_TITLE = "title_fr collate \"und-x-icu\"";
}
