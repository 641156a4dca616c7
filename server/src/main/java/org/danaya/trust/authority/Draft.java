package org.danaya.trust.authority;

/**
 * The exact TBSCertificate that would be signed.
 *
 * @param tbs DER
 * @param sha256 of it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Draft(byte[] tbs, byte[] sha256) {

    Draft(byte[] tbs) {
        this(tbs, Hashes.sha256(tbs));
    }
}
