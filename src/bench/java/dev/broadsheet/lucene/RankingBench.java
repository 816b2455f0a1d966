package dev.broadsheet.lucene;

import dev.broadsheet.words.Ranking;

import dev.broadsheet.words.Ranking.Bonus;
import dev.broadsheet.words.Ranking.Relaxing;
import dev.broadsheet.words.Ranking.Texts;
import dev.broadsheet.ranking.BroadsheetRanking;
import dev.broadsheet.ranking.JudgedCollection;
import dev.broadsheet.ranking.Measures;
import dev.broadsheet.ranking.PlainBm25;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures ranking: Broadsheet beside plain BM25, and beside itself with each part left out. Its
 * arguments are folders of judged collections.
 */
public final class RankingBench {
  private final List<JudgedCollection> collections;
  private final Path scratch;
  private int indexes;

  private RankingBench(List<JudgedCollection> collections, Path scratch) {
    this.collections = collections;
    this.scratch = scratch;
  }

  public static void main(String[] folders) throws IOException {
    List<JudgedCollection> collections = new ArrayList<>();
    for (String folder : folders) {
      collections.add(JudgedCollection.read(Path.of(folder)));
    }
    Path scratch = Files.createTempDirectory("ranking");
    try {
      new RankingBench(collections, scratch).run();
    } finally {
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run() throws IOException {
    StringBuilder head = new StringBuilder(String.format("%-44s", ""));
    collections.forEach(it ->
        head.append(String.format("  %-32s", it.name() + " (" + it.queries().size() + " queries)")));
    System.out.println(head);
    System.out.println(
        " ".repeat(44) + "  nDCG@10 MAP     rec@100 no hit  ".repeat(collections.size()));
    List<Measures> plain = new ArrayList<>();
    for (JudgedCollection collection : collections) {
      try (var bm25 = new PlainBm25(collection)) {
        plain.add(collection.measure(bm25::search));
      }
    }
    print("plain BM25", plain);
    variants().forEach(this::measure);
    if (Boolean.getBoolean("around")) {
      around().forEach(this::measure);
    }
    for (String name : FieldsComparison.NAMES) {
      List<Measures> measures = new ArrayList<>();
      for (JudgedCollection collection : collections) {
        try (var fields = new FieldsComparison(collection, name)) {
          measures.add(collection.measure(fields::search));
        }
      }
      print(name, measures);
    }
  }

  private void measure(String name, Ranking ranking) {
    LuceneSettings settings = LuceneSettings.DEFAULT.withRanking(ranking);
    List<Measures> measures = new ArrayList<>();
    for (JudgedCollection collection : collections) {
      Path index = scratch.resolve(String.valueOf(indexes++));
      BroadsheetRanking.index(collection, index, settings);
      try (var engine = BroadsheetRanking.open(index, settings)) {
        measures.add(collection.measure(engine::search));
      }
    }
    print(name, measures);
  }

  private static void print(String name, List<Measures> measures) {
    StringBuilder line = new StringBuilder(String.format("%-44s", name));
    measures.forEach(it -> line.append("  ").append(it).append("   "));
    System.out.println(line);
  }

  /** Broadsheet, and what is left of it without each part. */
  private static Map<String, Ranking> variants() {
    Ranking all = Ranking.DEFAULT;
    Bonus bonus = all.bonus();
    Texts texts = all.texts();
    Map<String, Ranking> variants = new LinkedHashMap<>();
    variants.put("Broadsheet", all);
    variants.put(
        "- title counts as any text",
        all.withTexts(new Texts(1, 1, texts.topic(), texts.provider(), texts.body())));
    variants.put("- no bonus for the exact form", all.withBonus(exact(bonus, 0)));
    variants.put("- the exact form only", all.withBonus(exact(bonus, 1)));
    variants.put("- no proximity", all.withBonus(proximity(bonus, 0)));
    variants.put("- no feedback", all.withBonus(feedback(bonus, 0)));
    variants.put(
        "- neither proximity nor feedback",
        all.withBonus(new Bonus(bonus.exact(), 0, bonus.synonym(), 0)));
    variants.put("- all words required", all.withRelaxing(Relaxing.OFF));
    return variants;
  }

  /** What the defaults are like around where they are. */
  private static Map<String, Ranking> around() {
    Ranking all = Ranking.DEFAULT;
    Bonus bonus = all.bonus();
    Texts texts = all.texts();
    Relaxing relaxing = all.relaxing();
    Map<String, Ranking> around = new LinkedHashMap<>();
    for (int title : new int[] {2, 4, 5}) {
      around.put(
          "title " + title,
          all.withTexts(new Texts(title, 1, texts.topic(), texts.provider(), texts.body())));
    }
    for (double exact : new double[] {0.1, 0.3, 0.4}) {
      around.put("exact " + exact, all.withBonus(exact(bonus, exact)));
    }
    for (double proximity : new double[] {0.1, 0.2, 0.4, 0.5}) {
      around.put("proximity " + proximity, all.withBonus(proximity(bonus, proximity)));
    }
    for (double feedback : new double[] {0.2, 0.3, 0.4, 0.7, 1}) {
      around.put("feedback " + feedback, all.withBonus(feedback(bonus, feedback)));
    }
    for (int enough : new int[] {200, 300, 500, 2000}) {
      around.put(
          "relaxed to " + enough,
          all.withRelaxing(
              new Relaxing(
                  relaxing.shortWords(), relaxing.below(), relaxing.longBelow(), enough)));
    }
    return around;
  }

  private static Bonus exact(Bonus bonus, double exact) {
    return new Bonus(exact, bonus.proximity(), bonus.synonym(), bonus.feedback());
  }

  private static Bonus proximity(Bonus bonus, double proximity) {
    return new Bonus(bonus.exact(), proximity, bonus.synonym(), bonus.feedback());
  }

  private static Bonus feedback(Bonus bonus, double feedback) {
    return new Bonus(bonus.exact(), bonus.proximity(), bonus.synonym(), feedback);
  }
}
