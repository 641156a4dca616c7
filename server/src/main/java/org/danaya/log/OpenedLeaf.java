package org.danaya.log;

import java.nio.charset.StandardCharsets;

/**
 * A leaf with what it was shown to commit to.
 *
 * @param text the content, as UTF-8
 */
public record OpenedLeaf(String reference, String text) {

    static OpenedLeaf of(String reference, byte[] content) {
        return new OpenedLeaf(reference, new String(content, StandardCharsets.UTF_8));
    }
}
