/**
 * What a trusted list says (ETSI TS 119 612 §5): the scheme, its providers, their services, each
 * with all that it ever was. Nothing here reads, writes, believes or keeps a list.
 */
@NullMarked
package org.danaya.trust.trustlist.model;

import org.jspecify.annotations.NullMarked;
