package org.danaya.page;

/**
 * Something that the public can do, as the portal's first page offers it. A module gives one bean
 * for each.
 *
 * @param code names it: its words are under {@code offer.CODE} and {@code offer.CODE.about}
 * @param path where it is done
 * @param place where it stands among the others, the least first
 */
public record Offer(String code, String path, int place) {}
