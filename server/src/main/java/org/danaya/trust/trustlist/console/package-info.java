/**
 * The console's and the portal's pages about trusted lists, and the API that reads the list.
 *
 * <p>Nothing is decided here: what may become an edition is decided by the services above, who may
 * do what by the rights that the routes name.
 */
@NullMarked
package org.danaya.trust.trustlist.console;

import org.jspecify.annotations.NullMarked;
