package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    @Test
    void anIpv6NetworkHasTheTriesOfOneClientHoweverItIsWritten() {
        Attempts attempts = new Attempts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (int i = 1; i <= 60; i++) {
            attempts.count("2001:db8::" + Integer.toHexString(i));
        }
        assertThatThrownBy(() -> attempts.count("2001:db8:0:0:9:8:7:6")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> attempts.count("2001:db8::ffff:1")).isInstanceOf(Fault.class);
        assertThatCode(() -> attempts.count("2001:db8:0:1::1")).doesNotThrowAnyException();
    }
}
