/**
 * Which rules concern an event, and where the event keeps the fields that they name.
 *
 * <p>A {@link org.danaya.sigma.route.Router} looks at a few values of an event, its marks, and
 * tells its {@link org.danaya.sigma.route.Origin}: the log sources that it may be from, and a
 * {@link org.danaya.sigma.route.Naming} from the names that rules use to places in the event.
 */
@NullMarked
package org.danaya.sigma.route;

import org.jspecify.annotations.NullMarked;
