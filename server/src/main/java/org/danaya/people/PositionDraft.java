package org.danaya.people;

/** What somebody typed about a position, as typed. */
public record PositionDraft(
        String titleFr, String titleFrFeminine, String titleEn, String basisAct, String from) {}
