/**
 * The letter that a bearer carries: a PDF/A that says in words what the mandate says, with the seal
 * as a QR and the short code that a person can type.
 *
 * <p>It is made by a job once the mandate is in force, in French and with English beside it, and
 * sealed as PAdES with the certificate of the structure in whose name the bearer acts, or of the
 * grantor's. What has it sealed is the grantor's passkey, which confirmed the exact content that
 * the letter tells; the grantor's own certificate doesn't sign it, since no signature is made with
 * a person's key over bytes that the person didn't confirm. Where no structure has a certificate
 * the letter is kept all the same, marked as a draft, and is sealed later.
 *
 * <p>Invariants: the same mandate, seal and marks give the same bytes before the seal; every letter
 * of an installation that isn't for real says so; only the bearer and the officers who may read the
 * mandate get it.
 *
 * <p>Never: a fact that isn't in the mandate; a letter that says it is proof by itself, since only
 * a check tells a revocation.
 */
@NullMarked
package org.danaya.mandates.letter;

import org.jspecify.annotations.NullMarked;
