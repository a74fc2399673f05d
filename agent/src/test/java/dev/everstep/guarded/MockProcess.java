package dev.everstep.guarded;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.function.LongSupplier;

/** Mocks in a segment, and calls what is forbidden. */
public final class MockProcess {
  private MockProcess() {}

  /** A final class, which is mocked in place. */
  static final class Price {
    long cents() {
      return 7;
    }

    /** A method reference, for which the agent adds a method. */
    LongSupplier clock() {
      return System::nanoTime;
    }
  }

  /** What runs in the segment. */
  static final class Body {
    private Body() {}

    static String mocks() {
      Price price = mock(Price.class);
      when(price.cents()).thenReturn(9L);
      List<?> list = mock(List.class);
      return price.cents() + list.size() == 9 ? "mocked" : "not mocked";
    }

    static String reads() {
      return "read " + System.nanoTime();
    }
  }

  /** Takes nothing. */
  public static void main(String[] args) throws Exception {
    new Price().clock();
    System.out.println(Segments.run(MockProcess.class, Body::mocks));
    System.out.println(Segments.run(MockProcess.class, Body::reads).split(" ")[0]);
  }
}
