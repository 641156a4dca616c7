/**
 * The console's and the portal's pages about trusted lists, the API that reads the list, and the
 * command.
 *
 * <p>Nothing is decided here: what may become an edition is decided by the services above, who may
 * do what by the rights that the routes name.
 */
@NullMarked
package org.danaya.trust.trustlist.console;

import org.jspecify.annotations.NullMarked;
