package dev.everstep.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.LocalType;
import dev.everstep.processor.model.Piece;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the types that a method declares as members of its machine. JavaPoet has no member that is
 * text, so each is laid out as the body of a method, which is then taken away from around it.
 */
final class MovedTypes {
  private static final String WRAPPER = "moved__";
  private static final Pattern WRAPPED =
      Pattern.compile("(?ms)^  void " + WRAPPER + "\\d+\\(\\) \\{\n(.*?)^  \\}\n");

  private final Body body;
  private final TypeNames types;

  MovedTypes(Body body) {
    this.body = body;
    this.types = new TypeNames(body);
  }

  void write(TypeSpec.Builder out) {
    for (int i = 0; i < body.types().size(); i++) {
      LocalType type = body.types().get(i);
      // A type of this name elsewhere is not meant by it any more.
      out.alwaysQualify(type.member());
      out.addMethod(MethodSpec.methodBuilder(WRAPPER + i).addCode(member(type)).build());
    }
  }

  private CodeBlock member(LocalType type) {
    return type.holder() == null
        ? code(type)
        : CodeBlock.builder()
            .add("$Lstatic final class $L {\n$>", Marks.none(), type.holder())
            .add(code(type))
            .add("$<$L}\n", Marks.none())
            .build();
  }

  private CodeBlock code(LocalType type) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Piece piece : type.code().pieces()) {
      if (piece instanceof Piece.Text text) {
        code.add("$L", Marks.text(text));
      } else if (piece instanceof Piece.TypeName name) {
        code.add("$T", types.of(name.type()));
      } else if (piece instanceof Piece.Inner inner) {
        code.add("$L", inner.name());
      } else {
        throw new AssertionError("unhandled: " + piece);
      }
    }
    return code.add("\n").build();
  }

  /** Returns a file with the types as members. */
  String unwrap(String file) {
    return body.types().isEmpty() ? file : WRAPPED.matcher(file).replaceAll(MovedTypes::content);
  }

  private static String content(MatchResult method) {
    return java.util.regex.Matcher.quoteReplacement(method.group(1).replaceAll("(?m)^  ", ""));
  }
}
