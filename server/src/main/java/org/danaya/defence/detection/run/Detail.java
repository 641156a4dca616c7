package org.danaya.defence.detection.run;

/**
 * What is told of each match.
 *
 * @param explained whether with what was asked for and found
 * @param evidence whether with the event
 */
record Detail(boolean explained, boolean evidence) {}
