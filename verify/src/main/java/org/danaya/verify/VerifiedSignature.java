package org.danaya.verify;

import java.util.OptionalLong;

/**
 * A signature that was checked and fits.
 *
 * @param posixSeconds what a timestamped signature says about when it was made; empty for types
 *     without time. Nothing here compares it with a clock.
 */
public record VerifiedSignature(
        VerifierKey key, NoteSignature signature, OptionalLong posixSeconds) {}
