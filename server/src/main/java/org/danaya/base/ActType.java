package org.danaya.base;

/**
 * A kind of privileged act. Each module has one enum of them; the catalogue in {@code
 * docs/reference} is generated from the enums, the words are under {@code act.CODE}.
 */
public interface ActType {

    /**
     * The stable code: the module, a dot, and words with hyphens, such as {@code
     * people.structure-created}.
     */
    String code();
}
