package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.lang3.reflect.MethodUtils;

/** Bodies that depend on the garbage collector or on the stack, or hide what they call. */
@Durable
@Group("reflect")
public final class ReflectProbes {
  private ReflectProbes() {}

  @Probe(call = "java.lang.ref.Reference#get")
  public static boolean weak(WorkflowContext ctx) {
    WeakReference<Object> cached = new WeakReference<>(new Object());
    return cached.get() == null;
  }

  @Probe(call = "java.lang.ref.ReferenceQueue#poll")
  public static boolean polls(WorkflowContext ctx) {
    return new ReferenceQueue<Object>().poll() == null;
  }

  @Probe(call = "java.lang.ref.Cleaner#create", changesResult = false)
  public static void cleans(WorkflowContext ctx) {
    Cleaner.create().register(new Object(), () -> {});
  }

  @Probe(call = "java.lang.Thread#getStackTrace")
  public static int depth(WorkflowContext ctx) {
    return Thread.currentThread().getStackTrace().length;
  }

  @Probe(call = "java.lang.StackWalker#walk")
  public static long frames(WorkflowContext ctx) {
    return StackWalker.getInstance().walk(Stream::count);
  }

  @Probe(call = "java.lang.Throwable#getStackTrace")
  public static String thrower(WorkflowContext ctx) {
    return new IllegalStateException().getStackTrace()[0].getClassName();
  }

  @Probe(call = "java.lang.Class#forName", changesResult = false)
  public static String loads(WorkflowContext ctx) throws ClassNotFoundException {
    return Class.forName("dev.everstep.probes.Colour").getSimpleName();
  }

  @Probe(call = "java.lang.invoke.MethodHandles$Lookup#defineHiddenClass", changesResult = false)
  public static boolean hidden(WorkflowContext ctx) throws Exception {
    try (InputStream code = Way.class.getResourceAsStream("Draws$IdSource.class")) {
      byte[] bytes = code == null ? new byte[0] : code.readAllBytes();
      return MethodHandles.lookup().defineHiddenClass(bytes, false).lookupClass().isHidden();
    }
  }

  @Probe(call = "java.lang.ref.Reference#get", by = Way.HELPER)
  public static String cache(WorkflowContext ctx) {
    return new Memory("price").read();
  }

  @Probe(call = "java.lang.StackWalker#getCallerClass", by = Way.HELPER)
  public static String caller(WorkflowContext ctx) {
    return Memory.caller();
  }

  @Probe(call = "java.lang.ref.Reference#get", by = Way.LAMBDA)
  public static List<String> lambda(WorkflowContext ctx) {
    return Stream.of("a", "b").map(SoftReference::new).map(kept -> "" + kept.get()).toList();
  }

  @Probe(call = "java.lang.ref.Reference#get", by = Way.METHOD_REFERENCE)
  public static boolean reference(WorkflowContext ctx) {
    Reference<Object> kept = new WeakReference<>(new Object());
    Supplier<Object> read = kept::get;
    return read.get() == null;
  }

  @Probe(call = "java.lang.ref.Reference#get", by = Way.INTERFACE)
  public static String throughInterface(WorkflowContext ctx) {
    Supplier<String> memory = new Memory("price");
    return memory.get();
  }

  @Probe(call = "java.lang.ref.Reference#get", by = Way.STATIC_INITIALISER)
  public static String memoryOfTheClass(WorkflowContext ctx) {
    return Memory.LAST.read();
  }

  @Probe(call = "java.lang.reflect.Method#invoke", by = Way.LIBRARY)
  public static long commonsInvoke(WorkflowContext ctx) throws Exception {
    return (Long) MethodUtils.invokeStaticMethod(System.class, "nanoTime");
  }
}
