package dev.everstep.verify.reach;

import dev.everstep.catalogue.Rule;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.read.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation with what catalogue and classes say of it; the same for every body.
 *
 * @param op the operation
 * @param rule the rule for it; null if there is none
 * @param call what a finding names
 * @param targets the methods that it calls in any case
 * @param virtual the call that leads to methods of the objects that are made; null if it is none
 * @param initialiser the class initialiser that makes the value it reads; null if it reads none
 */
record Site(
    Op op,
    @Nullable Rule rule,
    String call,
    List<JavaMethod> targets,
    @Nullable Virtual virtual,
    @Nullable JavaMethod initialiser) {

  /** A call of whatever method an object has: of a class or below it. */
  record Virtual(String type, String name, String descriptor) {}
}
