package dev.everstep.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Picks the sentences that have most in common with the others.
 *
 * <p>Source: R. Mihalcea and P. Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, section
 * 5. Sentences are nodes; an edge weighs the words that two sentences share, over the logarithms of
 * their lengths; the rank of a sentence is PageRank's. Immutable.
 */
final class TextRank implements Summarizer {
  private static final double DAMPING = 0.85;
  private static final double PRECISION = 1e-6;
  private static final int ITERATIONS_MAX = 200;

  /** Text behind that many sentences is not looked at: the graph grows with their square. */
  private static final int SENTENCES_MAX = 1_000;

  private static final int WORDS_MIN = 4;

  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a about after all also an and any are as at be been before but by can cannot could did"
                  + " do does for from had has have he her his how i if in into is it its may more"
                  + " most must no nor not of on one only or other our out over own same she should"
                  + " so some such than that the their them then there these they this those to"
                  + " under until up was we were what when where which while who whose will with"
                  + " would you your")
              .split(" "));

  private final int sentencesWanted;

  TextRank(int sentencesWanted) {
    this.sentencesWanted = sentencesWanted;
  }

  @Override
  public Summary summarize(String text) {
    List<String> sentences = new ArrayList<>();
    List<Set<String>> terms = new ArrayList<>();
    for (String sentence : Sentences.of(text)) {
      Set<String> distinct = terms(sentence);
      if (distinct.size() >= WORDS_MIN && sentences.size() < SENTENCES_MAX) {
        sentences.add(sentence);
        terms.add(distinct);
      }
    }
    double[] ranks = ranks(similarities(terms));
    List<String> best =
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -ranks[i]).thenComparing(i -> i))
            .limit(sentencesWanted)
            .sorted()
            .map(sentences::get)
            .toList();
    return new Summary(best, Sentences.words(text).size(), "TextRank");
  }

  private static Set<String> terms(String sentence) {
    Set<String> terms = new HashSet<>();
    for (String word : Sentences.words(sentence)) {
      if (!STOP_WORDS.contains(word)) {
        terms.add(stem(word));
      }
    }
    return terms;
  }

  /** Takes the plural off, no more: "steps" and "step" are one term, as are "crashes", "crash". */
  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4
        && (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses"))) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Returns the weighted edges: {@code [i][j]} is how much sentences i and j have in common. */
  private static double[][] similarities(List<Set<String>> terms) {
    int n = terms.size();
    int[][] shared = new int[n][n];
    Map<String, List<Integer>> sentencesByTerm = new HashMap<>();
    for (int i = 0; i < n; i++) {
      for (String term : terms.get(i)) {
        List<Integer> earlier = sentencesByTerm.computeIfAbsent(term, t -> new ArrayList<>());
        for (int j : earlier) {
          shared[i][j]++;
          shared[j][i]++;
        }
        earlier.add(i);
      }
    }
    double[][] weights = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (shared[i][j] > 0) {
          weights[i][j] =
              shared[i][j] / (Math.log(terms.get(i).size()) + Math.log(terms.get(j).size()));
        }
      }
    }
    return weights;
  }

  /** Returns the fixed point of PageRank over weighted, undirected edges. */
  private static double[] ranks(double[][] weights) {
    int n = weights.length;
    double[] outgoing = new double[n];
    for (int i = 0; i < n; i++) {
      outgoing[i] = Arrays.stream(weights[i]).sum();
    }
    double[] ranks = new double[n];
    Arrays.fill(ranks, 1.0);
    for (int iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
      double[] next = new double[n];
      double change = 0;
      for (int i = 0; i < n; i++) {
        double received = 0;
        for (int j = 0; j < n; j++) {
          if (weights[j][i] > 0) {
            received += weights[j][i] / outgoing[j] * ranks[j];
          }
        }
        next[i] = 1 - DAMPING + DAMPING * received;
        change = Math.max(change, Math.abs(next[i] - ranks[i]));
      }
      ranks = next;
      if (change < PRECISION) {
        break;
      }
    }
    return ranks;
  }
}
