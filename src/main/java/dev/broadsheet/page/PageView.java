package dev.broadsheet.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A search page. All text in it is plain and may be hostile; all links are relative to the page, or
 * lead to places on the web.
 *
 * @param frame what stands around everything
 * @param form the words, and what a new search keeps
 * @param body what was found, or why nothing could be looked for
 */
public record PageView(Frame frame, Form form, Body body) {
  /**
   * What stands around everything.
   *
   * @param site its name
   * @param subject what is looked for; empty where nothing is
   * @param feeds the same search, to be followed
   * @param countsClicks whether the server counts how often a hit is chosen
   */
  public record Frame(
      String site, Optional<String> subject, List<Feed> feeds, boolean countsClicks) {
    /** Copies the feeds. */
    public Frame {
      feeds = List.copyOf(feeds);
    }
  }

  /**
   * The search as a feed.
   *
   * @param name of its form
   * @param mediaType of its form
   * @param href where it is
   */
  public record Feed(String name, String mediaType, String href) {}

  /**
   * A field of a form.
   *
   * @param name of the parameter
   * @param value that it has
   */
  public record Field(String name, String value) {}

  /**
   * A form that leads to another search.
   *
   * @param fields to be filled in
   * @param kept sent with them
   */
  public record Form(List<Field> fields, List<Field> kept) {
    /** Copies the lists. */
    public Form {
      fields = List.copyOf(fields);
      kept = List.copyOf(kept);
    }
  }

  /**
   * A way to another search, or to an article.
   *
   * @param text to show
   * @param href where it leads
   */
  public record Link(String text, String href) {}

  /**
   * One of several ways to see the same.
   *
   * @param link to see it so
   * @param selected whether it is seen so
   */
  public record Choice(Link link, boolean selected) {}

  /** What the page is about. */
  public sealed interface Body {}

  /**
   * Nothing could be looked for.
   *
   * @param title what is wrong, in some words
   * @param detail the same in a sentence
   * @param ways out of it
   */
  public record Trouble(String title, String detail, List<Link> ways) implements Body {
    /** Copies the ways. */
    public Trouble {
      ways = List.copyOf(ways);
    }
  }

  /**
   * What was found.
   *
   * @param summary in a line
   * @param notices how that differs from what was typed
   * @param chosen the filters; each link takes one away
   * @param clear takes all of them away
   * @param sorts the orders
   * @param folds whether stories are folded
   * @param dates when it came out; empty where that was not counted
   * @param facets what it can be narrowed by
   * @param hits the articles
   * @param paging to the others
   */
  public record Results(
      Summary summary,
      List<Notice> notices,
      List<Link> chosen,
      String clear,
      List<Choice> sorts,
      List<Choice> folds,
      Optional<Dates> dates,
      List<Facet> facets,
      Hits hits,
      Paging paging)
      implements Body {
    /** Copies the lists. */
    public Results {
      notices = List.copyOf(notices);
      chosen = List.copyOf(chosen);
      sorts = List.copyOf(sorts);
      folds = List.copyOf(folds);
      facets = List.copyOf(facets);
    }
  }

  /**
   * How much was found.
   *
   * @param total the number, of stories or of articles
   * @param exact whether it is not a lower bound
   * @param folded whether stories are counted
   * @param words that were looked for; empty where all is shown
   */
  public record Summary(long total, boolean exact, boolean folded, Optional<String> words) {}

  /** What a visitor is to know of the words that were looked for. */
  public sealed interface Notice {}

  /**
   * Near spellings were looked for as well.
   *
   * @param corrected with them
   * @param asTyped a search without them
   */
  public record Corrected(Link corrected, Link asTyped) implements Notice {}

  /**
   * Something else may have been meant.
   *
   * @param meant a search for that
   */
  public record DidYouMean(Link meant) implements Notice {}

  /** Some articles lack some of the words. */
  public record Relaxed() implements Notice {}

  /**
   * What the articles can be narrowed by.
   *
   * @param name of the field, a word that can be a part of an element's id
   * @param values most frequent first
   * @param more a page with more of them; empty where all are shown
   */
  public record Facet(String name, List<Value> values, Optional<String> more) {
    /** Copies the values. */
    public Facet {
      values = List.copyOf(values);
    }
  }

  /**
   * A value of a facet.
   *
   * @param link chooses it, or takes the choice back
   * @param count of what choosing it shows
   * @param selected whether it is chosen
   */
  public record Value(Link link, long count, boolean selected) {}

  /**
   * When the articles came out.
   *
   * @param bars side by side without a gap, from old to new
   * @param range the first and the last day that are asked for
   * @param all takes the bounds away; empty where there are none
   */
  public record Dates(List<Bar> bars, Form range, Optional<String> all) {
    /** Copies the bars. */
    public Dates {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A span of time.
   *
   * @param span a year, a month or a day, as ISO 8601 writes them
   * @param count what came out in it
   * @param href asks for it alone
   */
  public record Bar(String span, long count, String href) {}

  /**
   * The articles.
   *
   * @param list in order
   * @param moment when they are shown
   * @param zone where days begin
   */
  public record Hits(List<Hit> list, Instant moment, ZoneId zone) {
    /** Copies the list. */
    public Hits {
      list = List.copyOf(list);
    }
  }

  /**
   * An article.
   *
   * @param headline its title and address
   * @param snippet of its text, marked
   * @param picture to go with it
   * @param topics each leads to a search for it
   * @param quality about 0 to 200
   * @param running time, of a video
   * @param coverage the rest of its story
   * @param byMeaning whether it has not enough of the words
   */
  public record Hit(
      Headline headline,
      Optional<MarkedText> snippet,
      Optional<String> picture,
      List<Link> topics,
      OptionalDouble quality,
      Optional<Duration> running,
      Optional<Coverage> coverage,
      boolean byMeaning) {
    /** Copies the topics. */
    public Hit {
      topics = List.copyOf(topics);
    }
  }

  /**
   * What is least told of an article.
   *
   * @param title marked
   * @param href where it can be read, if anywhere
   * @param outlet who published it
   * @param published when it came out
   */
  public record Headline(
      MarkedText title,
      Optional<String> href,
      Optional<Outlet> outlet,
      Optional<Instant> published) {}

  /**
   * Who published an article.
   *
   * @param name for a reader
   * @param href leads to more of it
   */
  public record Outlet(String name, String href) {}

  /**
   * The rest of a story.
   *
   * @param items how many more articles
   * @param outlets how many more outlets, at most
   * @param best of the articles
   */
  public record Coverage(long items, long outlets, List<Headline> best) {
    /** Copies the list. */
    public Coverage {
      best = List.copyOf(best);
    }
  }

  /**
   * Where one is among all pages.
   *
   * @param previous page
   * @param pages around this one; those with no link are left out, and stand for a gap
   * @param next page
   */
  public record Paging(Optional<String> previous, List<Page> pages, Optional<String> next) {
    /** Copies the pages. */
    public Paging {
      pages = List.copyOf(pages);
    }
  }

  /**
   * A page among the others.
   *
   * @param number from 1
   * @param href where it is
   * @param current whether it is this one
   * @param afterGap whether pages before it are left out
   */
  public record Page(int number, String href, boolean current, boolean afterGap) {}
}
