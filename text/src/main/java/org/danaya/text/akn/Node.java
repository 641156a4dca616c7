package org.danaya.text.akn;

/** A part of a tree: an element, or words between elements. */
public sealed interface Node permits Element, Words {

    /** All words in it, in order, nothing between them. */
    String words();
}
