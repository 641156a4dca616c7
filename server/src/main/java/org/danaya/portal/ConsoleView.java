package org.danaya.portal;

import java.util.List;
import org.danaya.page.Glance;

/**
 * What the console's first page shows.
 *
 * @param waiting what waits for the person
 * @param health how things are
 */
public record ConsoleView(List<Glance.Seen> waiting, List<Glance.Seen> health) {}
