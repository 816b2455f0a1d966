package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnalyzersTest {
  @Test
  void possessiveCaseAndAccentsGo_andNoWordIsLeftOut() {
    assertThat(Analyzers.words("The Bank’s Río AND river's"))
        .containsExactly("the", "bank", "rio", "and", "river");
  }

  @Test
  void letterAndAccentOfItsOwnAreOneCharacter() {
    assertThat(Analyzers.words("E\u0301conomie Е\u0308лка"))
        .containsExactly("economie", Analyzers.words("Ёлка").getFirst());
  }

  @Test
  void stemsAreThoseOfEnglish_andNewsIsNotNew() {
    assertThat(Analyzers.stems("running runs news new"))
        .containsExactly("run", "run", "news", "new");
  }
}
