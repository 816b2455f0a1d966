package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusListingTest {
  @TempDir private Path outside;
  private CorpusFixture corpus;
  private Path root;

  @BeforeEach
  void corpus(@TempDir Path folder) throws IOException {
    root = Files.createDirectory(folder.resolve("corpus"));
    corpus = new CorpusFixture(root);
  }

  private List<String> files() {
    return corpus.reader().list().files().stream().map(CorpusFile::path).toList();
  }

  private List<String> problems() {
    return corpus.reader().list().problems().stream().map(CorpusProblem::toString).toList();
  }

  private void link(String path, Path target) throws IOException {
    Files.createDirectories(root.resolve(path).resolveSibling("."));
    Files.createSymbolicLink(root.resolve(path), target);
  }

  @Test
  void articleFiles_areListedByTheEndOfTheirName() {
    for (String name :
        List.of(
            "a.md", "b.MARKDOWN", "c.yaml", "d.Yml", "e.jsonl", "f.jsonl.gz", "x.txt", "y.gz")) {
      corpus.write("deep/er/" + name, "");
    }
    assertThat(files())
        .containsExactly(
            "deep/er/a.md",
            "deep/er/b.MARKDOWN",
            "deep/er/c.yaml",
            "deep/er/d.Yml",
            "deep/er/e.jsonl",
            "deep/er/f.jsonl.gz");
  }

  @Test
  void hiddenFilesAndFolders_arePassedOver() {
    corpus.write(".git/a.md", "");
    corpus.write("b/.hidden.md", "");
    corpus.write("b/c.md", "");
    assertThat(files()).containsExactly("b/c.md");
  }

  @Test
  void file_hasSizeAndTime() throws IOException {
    Path file = corpus.write("a.md", "12345");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_577_000_000_123L));
    assertThat(corpus.reader().list().files())
        .containsExactly(new CorpusFile("a.md", 5, 1_577_000_000_123L));
  }

  @Test
  void linkInside_isFollowed() throws IOException {
    corpus.write("a/x.md", "---\ntitle: X\n---");
    link("b/y.md", root.resolve("a/x.md"));
    link("c", root.resolve("a"));
    assertThat(files()).containsExactly("a/x.md", "b/y.md", "c/x.md");
    assertThat(problems()).isEmpty();
    assertThat(corpus.read("c/x.md").article().text().title()).isEqualTo("X");
  }

  @Test
  void linkThatLeaves_isAProblem() throws IOException {
    new CorpusFixture(outside).write("x.md", "---\ntitle: X\n---");
    new CorpusFixture(outside).write("x.png", "");
    link("a.md", outside.resolve("x.md"));
    link("b", outside);
    link("c.png", outside.resolve("x.png"));
    assertThat(files()).isEmpty();
    assertThat(problems())
        .containsExactly(
            "a.md:1: the link leads out of the corpus (expected a file inside)",
            "b:1: the link leads out of the corpus (expected a file inside)");
    assertThat(corpus.read("b/x.md").messages())
        .containsExactly(
            "b/x.md:1: can't be read: the link leads out of the corpus (expected a file inside)");
  }

  @Test
  void brokenLink_isAProblem() throws IOException {
    link("a.md", root.resolve("nothing.md"));
    assertThat(problems())
        .containsExactly("a.md:1: the link leads nowhere: no such file (expected a file)");
  }

  @Test
  void linksInACircle_areAProblem() throws IOException {
    corpus.write("a/x.md", "");
    corpus.write("b/y.md", "");
    link("a/self", root.resolve("a"));
    link("a/up", root);
    link("b/to-a", root.resolve("a"));
    assertThat(files()).containsExactly("a/x.md", "b/to-a/x.md", "b/y.md");
    assertThat(problems())
        .allMatch(problem -> problem.contains("leads back to a folder that it stands in"))
        .hasSize(4);
  }

  @Test
  void linkThatLeadsToItself_isAProblem() throws IOException {
    link("a.md", root.resolve("b.md"));
    link("b.md", root.resolve("a.md"));
    assertThat(problems()).hasSize(2).allMatch(problem -> problem.contains("leads nowhere"));
  }

  @Test
  void linksThatMultiply_areFollowedOnce() throws IOException {
    for (int i = 0; i < 30; i++) {
      corpus.write(i + "/x.md", "");
      link(i + "/one", root.resolve(String.valueOf(i + 1)));
      link(i + "/two", root.resolve(String.valueOf(i + 1)));
    }
    corpus.write("30/x.md", "");
    assertThat(files()).hasSizeLessThan(100);
  }

  @Test
  void pipe_isAProblem() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("p.md").toString()).start();
    assumeThat(mkfifo.waitFor()).isZero();
    assertThat(problems())
        .containsExactly("p.md:1: not a regular file (expected one with text in it)");
    assertThat(corpus.read("p.md").messages())
        .containsExactly(
            "p.md:1: can't be read: not a regular file (expected one with text in it)");
  }

  @Test
  void folderNamedLikeAFile_isAFolder() {
    corpus.write("a.md/b.md", "");
    assertThat(files()).containsExactly("a.md/b.md");
  }

  @Test
  void nameWithANewline_isShownInOneLine() {
    corpus.write("a\nb.md", "no front matter");
    assertThat(files()).containsExactly("a\nb.md");
    assertThat(corpus.read("a\nb.md").messages())
        .containsExactly("a\\u000ab.md:1: no front matter (expected '---' as the first line)");
  }

  @Test
  void nameThatIsNotText_isAProblem() throws Exception {
    Process touch =
        new ProcessBuilder(
                "sh", "-c", "touch \"$(printf 'a\\377.md')\" && mkdir \"$(printf 'd\\377')\"")
            .directory(root.toFile())
            .start();
    assumeThat(touch.waitFor()).isZero();
    assertThat(files()).isEmpty();
    assertThat(problems())
        .hasSize(2)
        .allMatch(problem -> problem.contains("the name is not text in this system's encoding"));
  }

  @Test
  void nameInAnotherScript_isRead() {
    String name = "\u65b0\u805e.md";
    try {
      var _ = root.resolve(name);
    } catch (InvalidPathException e) {
      assumeThat(e).as("a system with such names").isNull();
    }
    assertThat(corpus.read(name, "---\ntitle: X\n---").problems()).isEmpty();
    assertThat(files()).containsExactly(name);
  }

  @Test
  void missingCorpus_isAnError() {
    assertThatThrownBy(new CorpusFixture(root.resolve("no")).reader()::list)
        .isInstanceOf(CorpusException.class)
        .hasMessage("corpus: " + root.resolve("no") + " does not exist (expected a folder)");
  }

  @Test
  void corpusThatIsAFile_isAnError() {
    Path file = corpus.write("a.md", "");
    assertThatThrownBy(new CorpusFixture(file).reader()::list)
        .isInstanceOf(CorpusException.class)
        .hasMessage("corpus: " + file + " is not a folder");
  }

  @Test
  void corpusBehindALink_isRead() throws IOException {
    corpus.write("a.md", "---\ntitle: X\n---");
    Path link = Files.createSymbolicLink(root.resolveSibling("link"), root);
    CorpusFixture linked = new CorpusFixture(link);
    assertThat(linked.reader().list().files()).hasSize(1);
    assertThat(linked.read("a.md").problems()).isEmpty();
  }
}
