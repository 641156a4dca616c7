/**
 * A text as a tree of Akoma Ntoso (OASIS LegalDocML, Akoma Ntoso Version 1.0, namespace {@code
 * http://docs.oasis-open.org/legaldocml/ns/akn/3.0}).
 *
 * <p>The tree is the standard's own, immutable, and keeps every element and attribute, also those
 * of other namespaces, so that a text from elsewhere leaves as it came. Comments and processing
 * instructions are not part of a text.
 */
@NullMarked
package org.danaya.text.akn;

import org.jspecify.annotations.NullMarked;
