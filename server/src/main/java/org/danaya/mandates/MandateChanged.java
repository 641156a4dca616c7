package org.danaya.mandates;

import java.util.UUID;

/**
 * What a mandate is worth changed. Published in the transaction that changes it.
 *
 * @param state the code of its state since then
 */
public record MandateChanged(UUID mandate, String state) {}
