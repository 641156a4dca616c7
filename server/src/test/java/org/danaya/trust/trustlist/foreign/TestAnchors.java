package org.danaya.trust.trustlist.foreign;

import java.time.Instant;
import java.util.List;
import org.danaya.app.TestPlatform;
import org.danaya.trust.validation.TrustAnchors;

/** What the running platform's trusted lists give to validation. */
public final class TestAnchors {

    private TestAnchors() {}

    /** The anchors at a time. */
    public static List<TrustAnchors.Anchors> now(Instant time) {
        return TestPlatform.bean(ListAnchors.class).now(time);
    }
}
