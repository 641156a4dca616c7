/**
 * Official positions and communiqués as files: PDF/A with the text, whose word it is, the QR that
 * leads to the page and the short code, under the electronic seal of the structure.
 *
 * <p>Every file that was ever given out is known by its hash, so that any other that claims to be
 * one is told apart, whatever seal it bears. Where a structure has no certificate for seals there
 * is no file: the text and the proof of its leaf are what one carries.
 */
@NullMarked
package org.danaya.mandates.position.paper;

import org.jspecify.annotations.NullMarked;
