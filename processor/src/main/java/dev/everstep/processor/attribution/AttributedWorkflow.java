package dev.everstep.processor.attribution;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A workflow class with its attributed trees. Everything here belongs to one private compilation:
 * elements and types of others, the host's among them, do not compare equal.
 *
 * @param unit the file
 * @param source its text
 * @param tree the class
 * @param element its element
 * @param name the workflow's stored name
 * @param trees the way from trees to elements, types and positions
 * @param elements of this compilation
 * @param types of this compilation
 */
public record AttributedWorkflow(
    CompilationUnitTree unit,
    String source,
    ClassTree tree,
    TypeElement element,
    String name,
    Trees trees,
    Elements elements,
    Types types) {}
