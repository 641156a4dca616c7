package org.danaya.trust.timestamp;

import java.time.Duration;
import org.danaya.trust.der.Der;
import org.danaya.trust.der.DerWriter;

/**
 * What every token says.
 *
 * @param policy the OBJECT IDENTIFIER of the timestamp policy
 * @param accuracy the field of a TSTInfo
 * @param ordering whether any two tokens can be ordered by their times
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimestampPolicy(byte[] policy, byte[] accuracy, boolean ordering) {

    /**
     * @param accuracy 1 millisecond or more, in whole milliseconds
     */
    static TimestampPolicy of(String policy, Duration accuracy, boolean ordering) {
        DerWriter writer = new DerWriter(16);
        int millis = accuracy.toMillisPart();
        if (millis > 0) {
            byte[] number = new DerWriter(8).number(millis).toBytes();
            number[0] = (byte) Der.primitive(0);
            writer.raw(number);
        }
        if (accuracy.toSeconds() > 0) {
            writer.number(accuracy.toSeconds());
        }
        return new TimestampPolicy(
                Der.oid(policy), writer.wrap(Der.SEQUENCE, 0).toBytes(), ordering);
    }
}
