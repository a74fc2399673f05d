package dev.everstep.example;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes English text apart. */
final class Sentences {
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Sentences() {}

  /** Returns the sentences of a text; none reaches over a blank line. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : text.split("\\n\\s*\\n")) {
      String line = SPACE.matcher(paragraph).replaceAll(" ").strip();
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
      breaks.setText(line);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        String sentence = line.substring(start, end).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = end;
      }
    }
    return sentences;
  }

  /** Returns the words of a text in lower case. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : WORD_BREAK.split(text.toLowerCase(Locale.ENGLISH))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
