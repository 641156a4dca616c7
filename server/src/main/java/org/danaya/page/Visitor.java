package org.danaya.page;

import java.util.Set;
import org.danaya.base.Right;

/**
 * The signed-in person who looks at a page.
 *
 * @param name the name to show
 * @param rights what the person may do, in any scope
 */
public record Visitor(String name, Set<Right> rights) {}
