/**
 * The signed file of a published text: a PDF/A of exactly what was adopted, sealed by the structure
 * that leads the text.
 */
@NullMarked
package org.danaya.consultation.paper;

import org.jspecify.annotations.NullMarked;
