package org.danaya.people;

import java.util.List;

/**
 * What hangs on a structure on a day, and is touched if it ends.
 *
 * @param children the structures under it that exist then or later
 * @param positions its positions that exist then or later
 * @param incumbencies those of its positions that hold then or later
 */
public record Hanging(
        List<Structure> children, List<Position> positions, List<Incumbency> incumbencies) {}
