/**
 * Whether a text is Akoma Ntoso 3.0, and what else is wrong with it.
 *
 * <p>{@link org.danaya.text.grammar.AknValidator} reads a document once, from beginning to end, and
 * tells what it finds, each with a stable code, its line and column, and its place. What the
 * standard's schema demands is held in {@code akomantoso.grammar}, a resource of this package; what
 * a schema can't say (references that lead nowhere, parts of its metadata that contradict each
 * other, names against the standard's convention) is checked beside it.
 *
 * <h2>The notation of the grammar</h2>
 *
 * <p>A line that begins with {@code #} is a comment; a line that begins with a space continues the
 * one above. What is named may stand anywhere in the file. {@code %name} stands for the group, or
 * the attributes, of that name.
 *
 * <ul>
 *   <li>{@code type NAME = T}: the values of an attribute. T is a kind of value (those of XML
 *       Schema: {@code string}, {@code boolean}, {@code integer}, {@code date}, {@code dateTime},
 *       {@code time}, {@code duration}; and {@code no-space}: at least one letter, none of them
 *       space; {@code uri}; {@code id} and {@code space} as in XML; {@code language-or-none}: a tag
 *       of a language, or nothing), another type, {@code T or T}, {@code list of T} (parted by
 *       space) or the values themselves, <code>{ a b c }</code>. After it {@code to NAMES} says
 *       which elements a value {@code #x} points to; {@code to any}: any.
 *   <li>{@code attributes NAME = A, A, ...}: A is {@code name type}, {@code name! type} (required),
 *       {@code %name}, or {@code *}: all of other namespaces. Those of XML's own namespace that
 *       {@code attributes xml} lists are checked wherever {@code *} stands.
 *   <li>{@code group NAME = P}: P is the name of an element, {@code other-namespace} (any element
 *       of another namespace), {@code P, P} (one after the other), {@code P | P} (one of them),
 *       {@code P?} (or none), {@code P*} (any number), {@code P+} (at least one), or one in
 *       parentheses. Of what may come next, a name always says which; a grammar where it doesn't is
 *       refused.
 *   <li>{@code element NAMES = P @ A, A, ...}: what these elements hold. {@code mixed P}: with
 *       words between; {@code empty}: nothing, not even space.
 *   <li>{@code unique NAMES: ATTRIBUTES}: below each of these elements, no two elements have the
 *       same value of such an attribute.
 * </ul>
 */
@NullMarked
package org.danaya.text.grammar;

import org.jspecify.annotations.NullMarked;
