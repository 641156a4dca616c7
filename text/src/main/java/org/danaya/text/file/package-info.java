/**
 * Texts in files: read whatever they are called, by what is in them, and written in any form.
 *
 * <p>This is the library's front door: what a command line and a platform need beside {@code
 * redline} and {@code grammar}.
 */
@NullMarked
package org.danaya.text.file;

import org.jspecify.annotations.NullMarked;
