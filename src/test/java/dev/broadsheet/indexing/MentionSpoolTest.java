package dev.broadsheet.indexing;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.fixture.ArticleBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MentionSpoolTest {
  private static final long FEW_PARTITIONS = 30L << 20;
  private static final long ALL_IN_MEMORY = 64L << 20;
  private static final long SPILLS = 4_000;
  private static final long SPILLS_SELDOM = 400_000;

  @TempDir private Path scratch;

  private record Group(List<Mention> read, List<Mention> kept) {}

  private MentionSpool spool(long memoryBytes) {
    return new MentionSpool(scratch.resolve("spool"), FEW_PARTITIONS, memoryBytes);
  }

  private static Mention read(int i) {
    return article("item-" + i % 70).title("Title " + i).body("Words " + i).in("f.jsonl", i, 0);
  }

  private static Mention kept(int i) {
    return article("item-" + i % 90).title("Kept " + i).in("kept.jsonl", i, 0);
  }

  private static void fill(MentionSpool spool) {
    for (int i = 0; i < 300; i++) {
      spool.read(read(i));
      spool.keep(kept(i));
      spool.touch(ArticleBuilder.idOf("item-" + i % 110));
    }
  }

  private static Map<ArticleId, Group> groups(MentionSpool spool) {
    return groups(spool.partitions());
  }

  private static Map<ArticleId, Group> groups(List<SpoolPartition> partitions) {
    Map<ArticleId, Group> groups = new HashMap<>();
    for (SpoolPartition partition : partitions) {
      for (int pass = 0; pass < partition.passes(); pass++) {
        partition
            .load(pass)
            .forEach((id, item) ->
                assertThat(groups.put(id, new Group(item.read(), item.kept())))
                    .as("item in a second partition or pass")
                    .isNull());
      }
    }
    return groups;
  }

  /** Of every item one mention or two, with one of a thousand dates or none. */
  private static void fillMany(MentionSpool spool) {
    var random = new Random(7);
    for (int i = 0; i < 40_000; i++) {
      ArticleBuilder item = article("item-" + i);
      if (random.nextInt(20) > 0) {
        item.date(Instant.EPOCH.plusSeconds(random.nextInt(1_000)).toString());
      }
      spool.read((i % 11 == 0 ? item.removed() : item).in("f.jsonl", i, 0));
      if (i % 7 == 0) {
        spool.keep(article("item-" + i).date("2026-01-01T00:00:00Z").in("kept.jsonl", i, 0));
      }
    }
    spool.touch(ArticleBuilder.idOf("touched"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(scratch)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void mentionsAreGroupedByItem_inTheOrderTheyCame() throws IOException {
    try (MentionSpool spool = spool(ALL_IN_MEMORY)) {
      fill(spool);
      Map<ArticleId, Group> groups = groups(spool);
      assertThat(groups).hasSize(110);
      assertThat(groups.get(ArticleBuilder.idOf("item-5")))
          .isEqualTo(
              new Group(
                  List.of(read(5), read(75), read(145), read(215), read(285)),
                  List.of(kept(5), kept(95), kept(185), kept(275))));
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void itemThatIsOnlyTouched_isAGroupWithoutMentions() {
    try (MentionSpool spool = spool(ALL_IN_MEMORY)) {
      fill(spool);
      assertThat(groups(spool).get(ArticleBuilder.idOf("item-100")))
          .isEqualTo(new Group(List.of(), List.of()));
    }
  }

  @Test
  void sizeCountsWhatWasRead_notWhatWasKeptOrTouched() {
    try (MentionSpool spool = spool(ALL_IN_MEMORY)) {
      fill(spool);
      assertThat(spool.size()).isEqualTo(300);
    }
  }

  @Test
  void groupsFromDisk_areThoseFromMemory() throws IOException {
    Map<ArticleId, Group> fromMemory;
    try (MentionSpool spool = spool(ALL_IN_MEMORY)) {
      fill(spool);
      fromMemory = groups(spool);
    }
    try (MentionSpool spool = spool(SPILLS)) {
      fill(spool);
      assertThat(files()).hasSize(spool.partitions().size());
      assertThat(groups(spool)).isEqualTo(fromMemory);
    }
  }

  @Test
  void closing_deletesWhatWentToDisk() throws IOException {
    try (MentionSpool spool = spool(SPILLS)) {
      fill(spool);
      assertThat(files()).isNotEmpty();
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void mentionsOfManyThreads_allComeBack() {
    try (MentionSpool spool = spool(SPILLS)) {
      IntStream.range(0, 2_000)
          .parallel()
          .forEach(i -> spool.read(article("item-" + i % 50).in("f.jsonl", i, 0)));
      assertThat(groups(spool).values().stream().flatMap(group -> group.read().stream()))
          .extracting(mention -> mention.source().line())
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2_000).boxed().toList());
    }
  }

  @Test
  void moreThanWasExpected_isGroupedInPasses_eachOfAShare() {
    try (var spool = new MentionSpool(scratch, 0, ALL_IN_MEMORY)) {
      int items = 100_000;
      IntStream.range(0, items).forEach(i -> spool.read(article("item-" + i).in("f.jsonl", i, 0)));
      assertThat(spool.partitions()).hasSize(1);
      assertThat(spool.partitions().getFirst().passes()).isEqualTo(4);
      assertThat(spool.partitions().getFirst().load(3)).hasSizeBetween(24_000, 26_000);
      assertThat(groups(spool)).hasSize(items);
    }
  }

  @Test
  void partsInOrder_followOneAnother_andHaveWhatWasSpooled() throws IOException {
    try (MentionSpool spool = spool(SPILLS_SELDOM);
        var workers = new Workers(2)) {
      fillMany(spool);
      Map<ArticleId, Group> spooled = groups(spool);
      var dealt = new LongAccumulator(Math::max, 0);
      List<SpoolPartition> parts =
          spool.inOrder(workers, new WorkTimes(System.nanoTime()), dealt::accumulate);
      assertThat(parts).hasSizeBetween(3, 4);
      assertThat(groups(parts)).isEqualTo(spooled);
      assertThat(dealt.get()).isEqualTo(40_000);
      List<ItemOrder> last = List.of(ItemOrder.FIRST);
      for (SpoolPartition part : parts) {
        List<ItemOrder> orders = orders(part);
        assertThat(orders.size()).isBetween(8_000, 16_000);
        assertThat(orders.getFirst()).isGreaterThan(last.getLast());
        last = orders;
      }
    }
    assertThat(files()).isEmpty();
  }

  private static List<ItemOrder> orders(SpoolPartition part) {
    return part.load(0).entrySet().stream()
        .map(entry -> entry.getValue().order(entry.getKey()))
        .sorted()
        .toList();
  }

  @Test
  void whatIsOnePartThatFitsInMemory_isNotDealtOutAgain() {
    try (var spool = new MentionSpool(scratch, 0, ALL_IN_MEMORY);
        var workers = new Workers(1)) {
      fill(spool);
      List<SpoolPartition> before = spool.partitions();
      assertThat(spool.inOrder(workers, new WorkTimes(0), read -> {})).isSameAs(before);
    }
  }

  @Test
  void partitions_growWithWhatIsExpected_upToABound() {
    assertThat(partitions(0)).isEqualTo(1);
    assertThat(partitions(FEW_PARTITIONS)).isEqualTo(4);
    assertThat(partitions(Long.MAX_VALUE)).isEqualTo(512);
  }

  private int partitions(long expectedBytes) {
    try (var spool = new MentionSpool(scratch, expectedBytes)) {
      return spool.partitions().size();
    }
  }
}
