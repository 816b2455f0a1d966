package dev.broadsheet.indexing;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.fixture.ArticleBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MentionSpoolTest {
  private static final long FEW_PARTITIONS = 30L << 20;
  private static final long ALL_IN_MEMORY = 64L << 20;
  private static final long SPILLS = 4_000;

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
    Map<ArticleId, Group> groups = new HashMap<>();
    for (int partition = 0; partition < spool.partitions(); partition++) {
      for (int pass = 0; pass < spool.passes(partition); pass++) {
        spool
            .load(partition, pass)
            .forEach((id, entry) ->
                assertThat(groups.put(id, new Group(entry.read, entry.kept)))
                    .as("item in a second partition or pass")
                    .isNull());
      }
    }
    return groups;
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
      assertThat(files()).hasSize(spool.partitions());
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
      assertThat(spool.partitions()).isEqualTo(1);
      assertThat(spool.passes(0)).isEqualTo(4);
      assertThat(spool.load(0, 3)).hasSizeBetween(24_000, 26_000);
      assertThat(groups(spool)).hasSize(items);
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
      return spool.partitions();
    }
  }
}
