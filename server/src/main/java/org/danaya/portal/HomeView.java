package org.danaya.portal;

import java.util.List;
import org.danaya.page.Offer;

/**
 * What the public's first page shows.
 *
 * @param offers what can be done, in order
 */
public record HomeView(List<Offer> offers) {}
