package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lombok, which changes the trees of classes, and MapStruct, which writes classes and waits for
 * Lombok, on the processor path before and behind ours.
 */
class OtherProcessorsTest {
  private static final String ITEM =
      """
      package app;
      import lombok.*;
      @Value @Builder @AllArgsConstructor
      public class Item {
        String name;
        @With int count;
      }
      """;
  private static final String NOTE =
      """
      package app;
      import lombok.Data;
      @Data
      public class Note {
        private String name;
        private int size;
      }
      """;
  private static final String MAPPER =
      """
      package app;
      import org.mapstruct.*;
      import org.mapstruct.factory.Mappers;
      @Mapper
      public interface Notes {
        Notes INSTANCE = Mappers.getMapper(Notes.class);
        @Mapping(target = "size", source = "count")
        Note note(Item item);
      }
      """;
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      import lombok.extern.slf4j.Slf4j;
      @Slf4j
      public class Fns {
        @Function public static Note note(Item item) {
          log.info("note of {}", item.getName());
          return Notes.INSTANCE.note(item);
        }
        @Function public static Item item(String name) {
          return Item.builder().name(name).count(1).build();
        }
      }
      """;
  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      import lombok.*;
      import lombok.extern.slf4j.Slf4j;
      @Workflow
      @Slf4j
      @RequiredArgsConstructor
      public class Flow {
        final int factor;
        public String run(WorkflowContext ctx, String name) {
          Item item = ctx.step(Fns::item, name).withCount(2);
          Note note = ctx.step(Fns::note, item);
          note.setSize(note.getSize() * item.getCount());
          Item other = Item.builder().name(note.getName()).count(note.getSize()).build();
          return ctx.step(Fns::note, other).getName() + other;
        }
      }
      """;

  @TempDir Path directory;

  private Build build(Path under, boolean last) {
    List<Path> path = new ArrayList<>();
    for (String tool : List.of("lombok", "lombok-mapstruct-binding", "mapstruct-processor")) {
      path.add(Build.tool(tool));
    }
    path.addAll(last ? path.size() : 0, Build.ownProcessorPath());
    return new Build(under)
        .classPath(Build.tool("lombok"))
        .classPath(Build.tool("mapstruct"))
        .processorPath(path)
        .source("app/Item.java", ITEM)
        .source("app/Note.java", NOTE)
        .source("app/Notes.java", MAPPER)
        .source("app/Fns.java", FUNCTIONS);
  }

  private List<String> flow(boolean last, String from, String to) throws IOException {
    String text = FLOW.replace(from, to);
    assertThat(text).isNotEqualTo(FLOW);
    Path own = Files.createDirectory(directory.resolve("last-" + last));
    return build(own, last).source("app/Flow.java", text).run();
  }

  @Test
  void compilesAWorkflowOfLombokClassesAndMappers() throws IOException {
    for (boolean last : new boolean[] {false, true}) {
      Path own = Files.createDirectory(directory.resolve("last-" + last));
      Build build = build(own, last).source("app/Flow.java", FLOW);

      assertThat(build.run()).isEmpty();

      assertThat(build.classes().resolve("app/Flow$run.class")).exists();
      assertThat(build.classes().resolve("app/NotesImpl.class")).exists();
    }
  }

  @Test
  void refusesABodyThatLombokAddsTo() throws IOException {
    for (boolean last : new boolean[] {false, true}) {
      assertThat(
              flow(
                  last,
                  "return ctx",
                  "@Cleanup var reader = new java.io.StringReader(name);\n    return ctx"))
          .containsExactly(
              "Flow.java:11: [ES093] another annotation processor, such as Lombok, changed the body"
                  + " of 'run', and the compiled workflow is made from what is written. Write out"
                  + " what its annotations stand for. docs/errors/ES093.md");
    }
  }

  @Test
  void refusesACheckThatLombokAddsForAParameter() throws IOException {
    assertThat(flow(true, "String name) {", "@NonNull String name) {"))
        .singleElement()
        .asString()
        .startsWith("Flow.java:11: [ES093]");
  }

  @Test
  void saysThatAMemberOfTheWorkflowClassMustBeWritten() throws IOException {
    assertThat(flow(false, "return ctx", "log.info(name);\n    return ctx"))
        .singleElement()
        .asString()
        .startsWith("Flow.java:9: [ES092] workflow Flow was not compiled")
        .contains("line 16: cannot find symbol")
        .contains("nor does what another processor adds to them");
  }
}
