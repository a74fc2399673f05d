package dev.everstep.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `a+ ++b`                    | `a + ++ b`
          `a++ +b`                    | `a ++ + b`
          `x=-1`                      | `x = - 1`
          `a>>>=b`                    | `a > > > = b`
          `Map<A,List<B>> m`          | `Map < A , List < B > > m`
          `Map<A,List<B> > m`         | `Map < A , List < B > > m`
          `i<<=2`                     | `i <<= 2`
          `f(a::b,x->x.y,c...)`       | `f ( a :: b , x -> x . y , c ... )`
          `s+"a  //b/*" // c`         | `s + "a  //b/*"`
          `'"'+"\\"x"+'\\''`          | `'"' + "\\"x" + '\\''`
          `a/* b */c`                 | `a c`
          `1.5e-3-2`                  | `1.5e-3 - 2`
          `0x1Fe-3`                   | `0x1Fe - 3`
          `0x1.8p-3f+1_000L`          | `0x1.8p-3f + 1_000L`
          `.5+x.y1`                   | `.5 + x . y1`
          `größe$1_`                  | `größe$1_`
          `a/b`                       | `a / b`
          `/**/`                      | ``
          """)
  void areTheSameHoweverTheyAreWritten(String source, String tokens) {
    assertThat(Tokens.line(source)).isEqualTo(tokens);
    assertThat(Tokens.line(tokens)).isEqualTo(tokens);
  }

  @Test
  void aTextBlockIsOneToken() {
    assertThat(Tokens.of("f(\"\"\"\n  a \"b\" \\\"\"\" // c\n  \"\"\" )"))
        .containsExactly("f", "(", "\"\"\"\n  a \"b\" \\\"\"\" // c\n  \"\"\"", ")");
  }
}
