package org.danaya.trust.ceremony;

import org.danaya.base.Secret;

/** Who keeps a share of the root's key. */
record Keeper(String name, Secret passphrase) {

    static final int LEAST_CHARACTERS = 12;
}
