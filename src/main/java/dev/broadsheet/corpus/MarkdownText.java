package dev.broadsheet.corpus;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Markdown text. Walks the parsed text without recursion, as it may be nested as
 * deeply as it is long.
 */
final class MarkdownText {
  /** More nested quotes and lists than that are read as text. */
  private static final int NESTING = 100;

  private static final Parser MARKDOWN = Parser.builder().maxOpenBlockParsers(NESTING).build();

  /** Finds the blocks, and leaves what is in a paragraph as it is. */
  private static final Parser BLOCKS =
      Parser.builder()
          .maxOpenBlockParsers(NESTING)
          .inlineParserFactory(
              _ -> (lines, paragraph) -> paragraph.appendChild(html(lines.getContent())))
          .build();

  private final StringBuilder words = new StringBuilder();
  private boolean inScript;

  private MarkdownText() {}

  /** The plain text of a body; empty where it has no words. */
  static String of(String markdown) {
    if (markdown.isBlank()) {
      return "";
    }
    MarkdownText text = new MarkdownText();
    Parser parser = InlineCost.isBearable(markdown) ? MARKDOWN : BLOCKS;
    text.walk(parser.parse(markdown));
    return PlainText.collapsed(text.words.toString());
  }

  private void walk(Node document) {
    @Nullable Node node = document;
    while (node != null) {
      enter(node);
      node = node.getFirstChild() == null ? after(node) : node.getFirstChild();
    }
  }

  private static Node html(String literal) {
    HtmlBlock html = new HtmlBlock();
    html.setLiteral(literal);
    return html;
  }

  /** The node that comes after one and all that it holds. */
  private @Nullable Node after(Node done) {
    for (@Nullable Node node = done; node != null; node = node.getParent()) {
      leave(node);
      if (node.getNext() != null) {
        return node.getNext();
      }
    }
    return null;
  }

  private void enter(Node node) {
    switch (node) {
      case Text text -> append(text.getLiteral());
      case Code code -> append(code.getLiteral());
      case FencedCodeBlock code -> append(code.getLiteral());
      case IndentedCodeBlock code -> append(code.getLiteral());
      case HtmlBlock html -> append(PlainText.of(html.getLiteral()));
      case HtmlInline tag -> tag(tag.getLiteral());
      case SoftLineBreak _, HardLineBreak _ -> append(" ");
      default -> {}
    }
  }

  private void leave(Node node) {
    if (node instanceof Block) {
      words.append(' ');
    }
  }

  private void append(String text) {
    if (!inScript) {
      words.append(text);
    }
  }

  private void tag(String tag) {
    if (starts(tag, "</script") || starts(tag, "</style")) {
      inScript = false;
    } else if (starts(tag, "<script") || starts(tag, "<style")) {
      inScript = true;
    } else if (starts(tag, "<br") || starts(tag, "<p") || starts(tag, "</p")) {
      append(" ");
    }
  }

  private static boolean starts(String tag, String start) {
    return tag.regionMatches(true, 0, start, 0, start.length());
  }
}
