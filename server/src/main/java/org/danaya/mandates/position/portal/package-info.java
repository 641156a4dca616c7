/**
 * Official positions and spokespersons for everybody: pages, a feed, and answers for programs.
 *
 * <p>Only what is in force or was, and is told to everybody, is ever looked at here. About whoever
 * isn't a spokesperson the public is told just that, and nobody keeps who asked.
 */
@NullMarked
package org.danaya.mandates.position.portal;

import org.jspecify.annotations.NullMarked;
