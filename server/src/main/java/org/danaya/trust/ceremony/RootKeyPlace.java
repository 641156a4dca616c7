package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.util.List;

/** Where the root's key lives. */
sealed interface RootKeyPlace {

    /** In an encrypted file, its key parted among keepers. */
    record Parted(int needed, List<Keeper> keepers) implements RootKeyPlace {}

    /** On a token of its own, which goes back into its safe. */
    record OnToken(Path library, String token, Path pinFile) implements RootKeyPlace {}
}
