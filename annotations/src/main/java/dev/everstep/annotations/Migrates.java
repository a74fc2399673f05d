package dev.everstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Migration code: brings runs that earlier code parked at a suspension point to a point of the code
 * at hand. The method is static, in the workflow class or the class with {@link Durable}, and
 * computes and nothing else: it may be called again after a crash.
 *
 * <pre>{@code
 * record Loading(URI url, List<String> seen) {}
 *
 * @Migrates(from = "step:Articles.fetch", to = "step:Library.load")
 * static Loading fetch(String url, List<String> seen) {
 *   return new Loading(URI.create(url), seen);
 * }
 * }</pre>
 *
 * <p>Its parameters are locals that are stored at the earlier point, by name and type; those that
 * are not needed are left out. It returns a record whose components are the locals that the code
 * behind the new point needs, by name and type.
 *
 * <p>A step in flight goes on as a call of the new point's function with the stored arguments. If
 * those do not fit, the record has a component {@code arguments}, itself a record, with the new
 * ones: then it is a new step, with a first attempt and an idempotency key of its own. A parameter
 * {@code arguments}, a record too, gets the stored ones.
 *
 * <p>What it throws makes the run stuck, with nothing changed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Migrates {
  /** The id of the earlier point, as in {@code step:Articles.fetch#2}. */
  String from();

  /** The id of the point to go on at; the same one by default, whose locals have changed. */
  String to() default "";

  /**
   * The durable method whose frames are meant, as they name it, as in {@code visit(String,int)}; by
   * default the workflow's entry, or the only method of a class with {@link Durable}.
   */
  String method() default "";
}
