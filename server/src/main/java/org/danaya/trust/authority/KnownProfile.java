package org.danaya.trust.authority;

import org.danaya.trust.profile.Profile;

/**
 * A profile under the number that its certificates bear here.
 *
 * @param number of this exact version, never used for another
 * @param digest {@link Profile#digest()}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record KnownProfile(int number, Profile profile, byte[] digest) {}
