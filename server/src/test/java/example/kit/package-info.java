/**
 * Pages that only tests show: every component of the web kit, and everything that can go wrong.
 * They stand outside {@code org.danaya} so that the program never finds them.
 */
package example.kit;
