package dev.everstep.processor.model;

import dev.everstep.processor.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A durable method.
 *
 * @param workflow the stored name; of a class with durable methods alone, its name
 * @param element its class
 * @param method which method, and what it is called
 * @param sourceFile the simple name of the user's file
 * @param place of the method
 * @param parameters after the context
 * @param result of kind VOID if there is none
 * @param statement the whole body
 * @param sites in the order of the source, and so of their ordinals
 * @param names every name of a variable or label in the method
 * @param innerNames every name that is declared inside plain code, a lambda parameter say
 * @param types that statements of the method declare
 * @param former names under which frames of earlier versions may be stored, the latest first
 */
public record Body(
    String workflow,
    TypeElement element,
    DurableMethod method,
    String sourceFile,
    Place place,
    List<Variable> parameters,
    TypeMirror result,
    Statement statement,
    List<Site> sites,
    Set<String> names,
    Set<String> innerNames,
    List<LocalType> types,
    List<String> former) {
  /** Copies the collections. */
  public Body {
    parameters = List.copyOf(parameters);
    sites = List.copyOf(sites);
    names = Set.copyOf(names);
    innerNames = Set.copyOf(innerNames);
    types = List.copyOf(types);
    former = List.copyOf(former);
  }

  /** Returns the same method with other identities of its points, in the order of the source. */
  public Body identified(List<Site.Identity> identities) {
    List<Site> all = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      all.add(sites.get(i).as(identities.get(i)));
    }
    return with(all, former);
  }

  /**
   * Returns the same method as one that had other names in earlier versions.
   *
   * @param former its own names, the latest first
   * @param calls what calls of methods of its class are called since these were renamed, by the
   *     methods' stored names
   */
  public Body renamed(List<String> former, Map<String, String> calls) {
    List<Site> all = new ArrayList<>();
    for (Site site : sites) {
      String name =
          site.call() instanceof Site.Helper helper && helper.method().owner().equals(element)
              ? calls.get(helper.method().storedName())
              : null;
      all.add(name == null ? site : site.called(name));
    }
    return with(all, former);
  }

  private Body with(List<Site> sites, List<String> former) {
    return new Body(
        workflow,
        element,
        method,
        sourceFile,
        place,
        parameters,
        result,
        statement,
        sites,
        names,
        innerNames,
        types,
        former);
  }
}
