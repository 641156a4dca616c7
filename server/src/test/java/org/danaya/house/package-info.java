/** Tests of the house itself: the module map, tidiness, words, rights, reference docs. */
package org.danaya.house;
