package dev.broadsheet.meaning;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class ModelsTest {
  @Test
  void buildWithoutAModel_saysHowToBuildOneWithIt() {
    assumeTrue(ServiceLoader.load(Model.class).findFirst().isEmpty());
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(Models::open)
        .withMessageContaining("mvn -Psemantic package")
        .withMessageContaining("BROADSHEET_PROFILES=semantic");
  }
}
