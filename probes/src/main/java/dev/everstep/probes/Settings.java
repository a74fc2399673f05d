package dev.everstep.probes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a project reads from where it runs. */
interface Settings {
  @Nullable String get(String name);

  static boolean isOn(String name) {
    return "on".equals(System.getenv(name));
  }

  /** Those of the process. */
  final class OfTheProcess implements Settings {
    @Override
    public @Nullable String get(String name) {
      return System.getProperty(name);
    }
  }

  /** What is fixed as the process starts. */
  final class Here {
    static final Locale LOCALE = Locale.getDefault();

    private Here() {}
  }
}
