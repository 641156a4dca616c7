package org.danaya.trust.status;

import java.time.Duration;

/**
 * What the operator chose of OCSP answers.
 *
 * @param validity from thisUpdate to nextUpdate
 * @param unknownRevoked whether a serial that was never issued is told as revoked (RFC 6960 §2.2,
 *     extended revoked) rather than as unknown
 * @param silence how long the feed may be silent before nobody is answered any more
 */
record OcspPolicy(Duration validity, boolean unknownRevoked, Duration silence) {}
