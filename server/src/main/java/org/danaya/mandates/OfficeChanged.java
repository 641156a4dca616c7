package org.danaya.mandates;

import java.util.UUID;

/**
 * What an office can grant changed, and so what everything below it is worth. Published in the
 * transaction that changes it.
 *
 * @param state the code of its state since then
 */
public record OfficeChanged(UUID office, String state) {}
