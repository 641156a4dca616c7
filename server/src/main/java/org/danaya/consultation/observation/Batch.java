package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.UUID;

/**
 * What a structure handed in at once.
 *
 * @param place among the batches of its referral, from 1
 * @param account who did it
 * @param observations how many; none where the structure said that it has none
 * @param sha256 of its file, in hexadecimal
 * @param basis the office or the mandate that it was done under, as {@link
 *     org.danaya.people.Basis#column} writes it
 * @param signer the name of whoever did it
 * @param function as what
 * @param evidence the passkey's answer over the file's hash
 */
public record Batch(
        UUID id,
        UUID referral,
        int place,
        UUID account,
        Instant at,
        Receipt receipt,
        int observations,
        String sha256,
        String basis,
        String signer,
        String function,
        UUID evidence) {}
