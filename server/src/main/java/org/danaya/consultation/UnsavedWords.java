package org.danaya.consultation;

import java.util.UUID;

/** Knows of words that people typed for a draft and didn't save. */
@FunctionalInterface
public interface UnsavedWords {

    /** How many texts wait for whoever typed them; never which, nor whose. */
    int of(UUID draft);
}
