package dev.everstep.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Settings with a few values each. */
final class Setting {
  private Setting() {}

  /**
   * Returns the constant that a text names, in upper or lower case.
   *
   * @param name of the setting, for the message
   * @throws MojoExecutionException ES653 if there is none
   */
  static <E extends Enum<E>> E of(String name, String text, Class<E> type)
      throws MojoExecutionException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.strip())) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new MojoExecutionException(
        GoalCode.ES653.message(
            "a setting is wrong: name="
                + name
                + ", found="
                + text
                + ". Give one of: "
                + known
                + "."));
  }
}
