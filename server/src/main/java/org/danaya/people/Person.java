package org.danaya.people;

import java.util.UUID;

/**
 * A person, by name and nothing more.
 *
 * @param version counts what was recorded; an edit names the version that it began from
 * @param givenNames as the person writes them, 1 to 120 characters
 * @param familyName as the person writes it, 1 to 120 characters
 */
public record Person(UUID id, int version, String givenNames, String familyName) {

    /** The whole name, given names first. */
    public String name() {
        return givenNames + " " + familyName;
    }
}
