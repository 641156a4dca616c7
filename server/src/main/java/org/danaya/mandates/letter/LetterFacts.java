package org.danaya.mandates.letter;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.danaya.mandates.Mandate;

/**
 * All that a letter is made of: the same facts give the same bytes.
 *
 * @param officeBasis the act that gives the office at the top of the chain its powers
 * @param signedAt when the grantor's passkey confirmed it
 * @param leaf its place in the public log
 * @param effectiveAt since when that place is public: the letter's date
 * @param seal the text of the QR
 * @param check the address where anyone checks
 * @param zone the country's
 * @param example whether nothing that the installation says is official
 * @param sealedBy the structure whose electronic seal it gets; empty for a draft
 */
record LetterFacts(
        Mandate.Head head,
        String officeBasis,
        Instant signedAt,
        long leaf,
        Instant effectiveAt,
        String seal,
        URI check,
        ZoneId zone,
        boolean example,
        Optional<String> sealedBy) {}
