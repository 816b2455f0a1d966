// What was found, in the markup of the server's page.

import {datesView} from "./dates.js";
import {h, hidden, marked, outletOf, webAddress} from "./dom.js";
import {FILTERS, Search} from "./search.js";

/** How many values of a facet are asked for, where nothing else is said. */
export const FACET_SIZE = 8;

/** More would be longer than what they belong to. */
const MAX_TOPICS = 4;

/** How many pages on either side of the current one are shown. */
const PAGES_AROUND = 2;

/** Deeper than so many articles there are no pages, only what comes next. */
const MAX_DEPTH = 10_000;

/** From which quality on a reader is told of it. */
const QUALITIES = [[100, "high"], [60, "good"]];

const FEEDS = [["Atom", "feed.atom", "application/atom+xml"], ["RSS", "feed.rss", "application/rss+xml"],
  ["JSON", "feed.json", "application/feed+json"]];
const FOLLOWED = [...FILTERS, ...FILTERS.map(name => `${name}.not`), "from", "to", "tz", "quality.min",
  "quality.max", "q", "group", "typos"];

/** What an element shows of an answer. */
export class Results {
  #host;
  #facets;
  #search;
  #answer;

  /**
   * @param host the element: its texts and endpoint, and the links that it makes
   * @param facets that remember where a visitor looks for more
   */
  constructor(host, facets, search, answer) {
    this.#host = host;
    this.#facets = facets;
    this.#search = search;
    this.#answer = answer;
  }

  /** Skip link and columns. */
  view(isFiltersOpen) {
    const {texts} = this.#host;
    return [
      h("a", {class: "bs-skip", href: "#bs-results", click: event => {
        event.preventDefault();
        event.target.getRootNode().getElementById("bs-results").focus();
      }}, texts.text("skip")),
      h("div", {class: "bs-columns"}, this.#filters(isFiltersOpen), this.#results()),
    ];
  }

  /** Such as: 565 stories. */
  get count() {
    const {texts} = this.#host;
    const {total, totalRelation} = this.#answer;
    const count = texts.counted(this.#search.isFolded ? "stories" : "articles", total);
    return total === 0 ? texts.text("nothing")
        : totalRelation === "gte" ? texts.text("at-least", {count}) : count;
  }

  /** The same, and for which words. */
  summary(words = this.#search.words) {
    const {texts} = this.#host;
    return this.#search.words === "" ? [this.count] : texts.nodes("for-words", {count: this.count, words});
  }

  /** What was looked for, in some words; empty where that was everything. */
  get subject() {
    const narrowing = this.#search.narrowing.map(([name, value]) => this.#named(name, value));
    return [this.#search.words, ...narrowing].filter(Boolean).join(", ");
  }

  #filters(isOpen) {
    const {texts} = this.#host;
    const {facets = {}} = this.#answer;
    const chosen = this.#search.narrowing.length;
    return h("details", {class: "bs-filters", open: isOpen},
        h("summary", {class: "bs-filters-summary", "data-key": "filters"}, texts.text("filters"),
          chosen > 0 ? [" ", h("span", {class: "bs-badge"}, texts.number(chosen))] : null),
        h("div", {class: "bs-filters-body"},
          h("h2", {class: "bs-hidden"}, texts.text("filters")),
          facets.date ? datesView(this.#host, this.#search, facets.date) : null,
          this.#facets.views(this.#search, facets, FACET_SIZE),
          this.#feeds()));
  }

  #feeds() {
    const {texts, endpoint} = this.#host;
    const followed = this.#host.parameters(this.#search).filter(([name]) => FOLLOWED.includes(name));
    return h("section", {class: "bs-facet bs-feeds", "aria-labelledby": "bs-feeds"},
        h("h3", {class: "bs-facet-title", id: "bs-feeds"}, texts.text("follow")),
        h("ul", {class: "bs-feed-list"}, FEEDS.map(([name, path, type]) => h("li", {},
          h("a", {class: "bs-feed", href: endpoint.url(path, followed), type}, name)))));
  }

  #results() {
    const hits = this.#answer.hits.map(hit => h("li", {class: "bs-hit"}, this.#hit(hit)));
    return h("section", {class: "bs-results", id: "bs-results", tabindex: "-1", "aria-labelledby": "bs-status"},
        this.#head(), this.#notices(), this.#chosen(),
        hits.length > 0 ? h("ol", {class: "bs-hits"}, hits) : this.#nothing(), this.#paging());
  }

  #head() {
    const words = h("q", {class: "bs-words", dir: "auto"}, this.#search.words);
    return h("div", {class: "bs-results-head"},
        h("h2", {class: "bs-status", id: "bs-status"}, h("span", {dir: "auto"}, this.summary(words))),
        this.#answer.total > 0
            ? [this.#choices("sort", this.#sorts()), this.#choices("show", this.#folds())] : null);
  }

  #choices(label, choices) {
    const {texts} = this.#host;
    return h("nav", {class: "bs-choices", "aria-label": texts.text(label)},
        h("ul", {class: "bs-choice-list"}, choices.map(([name, search, isSelected]) => h("li", {},
          this.#host.link(search, "sort", {class: "bs-choice", "aria-current": isSelected ? "true" : null,
            rel: "nofollow", "data-key": `choice ${name}`}, texts.text(name))))));
  }

  #sorts() {
    const unsaid = this.#search.words === "" ? "date" : "relevance";
    const current = this.#search.get("sort") ?? unsaid;
    return ["relevance", "date", "-date", "quality", "heat"]
        .filter(sort => sort === current
            || (sort === "relevance" ? this.#search.words !== "" : sort !== "heat"))
        .map(sort => [`sort-${sort}`, this.#search.with("sort", sort === unsaid ? null : sort), sort === current]);
  }

  #folds() {
    const {isFolded} = this.#search;
    return [["show-stories", this.#search.with("group"), isFolded],
      ["show-articles", this.#search.with("group", "none"), !isFolded]];
  }

  #notices() {
    const {texts} = this.#host;
    const {corrected, didYouMean, relaxed, hits} = this.#answer;
    const link = (words, search) =>
        this.#host.link(search, "correction", {class: "bs-notice-link", dir: "auto"}, words);
    const meant = words => link(words, this.#search.with("q", words));
    return [
      corrected && texts.nodes("corrected", {corrected: meant(corrected),
        typed: link(this.#search.words, this.#search.with("typos", "off"))}),
      didYouMean && texts.nodes("did-you-mean", {words: meant(didYouMean)}),
      relaxed && hits.length > 0
          && texts.nodes(this.#search.isFolded ? "relaxed-stories" : "relaxed-articles"),
    ].filter(Boolean).map(notice => h("p", {class: "bs-notice"}, h("span", {dir: "auto"}, notice)));
  }

  #chosen() {
    const {texts} = this.#host;
    const chosen = this.#search.narrowing.map(([name, value]) => {
      const rest = this.#search.with(name, ...this.#search.all(name).filter(given => given !== value));
      return h("li", {}, this.#host.link(rest, "facet",
          {class: "bs-chosen-filter", rel: "nofollow", "data-key": `chosen ${name} ${value}`},
          hidden(texts.text("remove"), " "), h("bdi", {}, this.#named(name, value)),
          h("span", {class: "bs-cross", "aria-hidden": "true"})));
    });
    return chosen.length === 0 ? null
        : h("ul", {class: "bs-chosen", "aria-label": texts.text("filters-in-use")}, chosen,
            h("li", {}, this.#host.link(this.#search.wide, "facet", {class: "bs-clear", "data-key": "clear"},
              texts.text("clear"))));
  }

  #named(name, value) {
    const {texts} = this.#host;
    const date = /^\d{4}(-\d\d){0,2}$/.test(value) ? texts.span(value) : value;
    switch (name) {
      case "from":
        return texts.text("since", {date});
      case "to":
        return texts.text("until", {date});
      case "quality.min":
        return texts.text("quality-from", {n: value});
      case "quality.max":
        return texts.text("quality-to", {n: value});
      default: {
        const field = name.replace(/\.not$/, "");
        const counted = this.#answer.facets?.[field]?.find(one => one.value.toLowerCase() === value.toLowerCase());
        const label = counted?.label ?? value;
        return field === name ? label : texts.text("not", {value: label});
      }
    }
  }

  #nothing() {
    const {texts} = this.#host;
    const link = (name, search) => this.#host.link(search, "facet", {}, texts.text(name));
    const say =
        this.#answer.total > 0 ? texts.nodes("nothing-behind")
        : this.#search.narrowing.length > 0
          ? texts.nodes("nothing-filtered", {clear: link("clear-filters", this.#search.wide)})
        : this.#search.words !== ""
          ? texts.nodes("nothing-spelled", {latest: link("latest", this.#search.with("q"))})
        : texts.nodes("nothing-yet");
    return h("div", {class: "bs-nothing"}, h("p", {}, say));
  }

  #hit(hit) {
    const picture = hit.images?.map(image => webAddress(image.url)).find(Boolean);
    return h("article", {class: "bs-article"},
        h("div", {class: "bs-text"}, this.#byline(hit, this.#marks(hit)),
          h("h3", {class: "bs-title", dir: "auto"}, this.#title(hit)), this.#snippet(hit),
          this.#chips(hit.topics ?? []), this.#coverage(hit)),
        picture ? h("div", {class: "bs-picture"}, h("img", {class: "bs-image", src: picture, alt: "",
          "data-initial": /[\p{L}\p{N}]/u.exec(outletOf(hit))?.[0].toUpperCase() ?? "", loading: "lazy",
          decoding: "async", referrerpolicy: "no-referrer"})) : null);
  }

  #marks({quality = 0, length, byMeaning}) {
    const {texts} = this.#host;
    const [, good] = QUALITIES.find(([from]) => quality >= from) ?? [];
    return [
      length && h("span", {class: "bs-running"}, texts.text("video", {length: running(length)})),
      good && h("span", {class: `bs-quality bs-quality-${good}`}, texts.text(`quality-${good}`)),
      byMeaning && h("span", {}, texts.text("by-meaning")),
    ];
  }

  #title(hit) {
    const text = hit.highlights?.title ? marked(hit.highlights.title) : hit.title;
    const url = webAddress(hit.sourceUrl);
    return url === null ? text : h("a", {class: "bs-title-link", href: url, click: event => {
      if (this.#host.hasAttribute("count-clicks")) {
        navigator.sendBeacon(this.#host.endpoint.address + "clicks?" + new URLSearchParams({q: this.#search.words}));
      }
      if (!this.#host.select({kind: "article", url, text: hit.title, id: hit.id, hit})) {
        event.preventDefault();
      }
    }}, text);
  }

  #snippet({highlights, excerpt}) {
    const text = highlights?.excerpt ? marked(highlights.excerpt) : excerpt;
    return text ? h("p", {class: "bs-snippet", dir: "auto"}, text) : null;
  }

  #byline(hit, marks = []) {
    const outlet = outletOf(hit);
    const parts = [
      outlet && this.#host.link(this.#search.with("provider", hit.provider.domain ?? outlet), "facet",
        {class: "bs-outlet", rel: "nofollow", dir: "auto"}, outlet),
      hit.publishedDateTime && this.#time(hit.publishedDateTime),
      ...marks,
    ].filter(Boolean);
    return parts.length === 0 ? null : h("p", {class: "bs-byline"}, parts.flatMap(part => [part, " "]));
  }

  #time(iso) {
    const {texts} = this.#host;
    const date = new Date(iso);
    const zone = this.#search.get("tz") ?? "UTC";
    const age = texts.age(date);
    return h("time", {class: "bs-date", datetime: iso, title: texts.whole(date, zone)},
        age === "" ? null : [h("span", {class: "bs-age", dir: "auto"}, age), " ",
          h("span", {"aria-hidden": "true"}, "·"), " "],
        h("span", {class: "bs-day", dir: "auto"}, texts.day(date, zone)));
  }

  #chips(topics) {
    const chips = topics.slice(0, MAX_TOPICS).map(topic => h("li", {},
        this.#host.link(this.#search.with("topic", topic), "facet",
          {class: "bs-chip", rel: "nofollow", dir: "auto"}, topic)));
    return chips.length === 0 ? null
        : h("ul", {class: "bs-chips", "aria-label": this.#host.texts.text("topics")}, chips);
  }

  #coverage({coverage, related = [], provider}) {
    const {texts} = this.#host;
    const items = (coverage?.items ?? 0) - 1;
    if (items < 1) {
      return null;
    }
    const outlets = coverage.providers - (provider ? 1 : 0);
    const rest = items - related.length;
    return h("details", {class: "bs-coverage"},
        h("summary", {class: "bs-coverage-summary"}, h("span", {dir: "auto"}, outlets > 0
          ? texts.counted("more-outlets", outlets) : texts.counted("more-articles", items))),
        h("ul", {class: "bs-related"}, related.map(hit => h("li", {class: "bs-related-hit"},
          h("p", {class: "bs-related-title", dir: "auto"}, this.#title(hit)), this.#byline(hit)))),
        rest > 0 ? h("p", {class: "bs-related-rest"},
          texts.text("and-more", {count: texts.counted("more-articles", rest)})) : null);
  }

  #paging() {
    const {texts} = this.#host;
    const {page, size} = this.#search;
    const {total, cursor} = this.#answer;
    const isDeep = this.#search.get("cursor") !== undefined;
    const last = Math.min(Math.floor(MAX_DEPTH / size), Math.max(1, Math.ceil(total / size)));
    const on = number => this.#search.with("page", number === 1 ? null : number);
    const next = cursor && (!isDeep && (page + 1) * size <= MAX_DEPTH
        ? on(page + 1) : this.#search.with("cursor", cursor));
    const previous = isDeep ? on(1) : page > 1 ? on(Math.min(page - 1, last)) : null;
    if (!previous && !next) {
      return null;
    }
    const step = (name, search) => search && h("li", {}, this.#host.link(search, "page",
        {class: `bs-page-link bs-page-${name}`, "aria-label": texts.text(`${name}-page`), rel: `${name === "next" ? "next" : "prev"} nofollow`},
        texts.text(name)));
    return h("nav", {class: "bs-paging", "aria-label": texts.text("pages")},
        h("ul", {class: "bs-pages"}, step("previous", previous),
          isDeep ? null : pagesAround(page, last).map((number, i, all) => [
            i > 0 && number > all[i - 1] + 1
                ? h("li", {class: "bs-page-gap", "aria-hidden": "true"}, "…") : null,
            h("li", {class: "bs-page-item"}, this.#host.link(on(number), "page",
              {class: "bs-page-link", "aria-current": number === page ? "page" : null, rel: "nofollow",
                "aria-label": texts.text("page", {n: texts.number(number)})}, texts.number(number))),
          ]),
          step("next", next)));
  }
}

function pagesAround(page, last) {
  const around = Array.from({length: 2 * PAGES_AROUND + 1}, (_, i) => page - PAGES_AROUND + i);
  return [...new Set([1, ...around, last])].filter(number => number >= 1 && number <= last)
      .sort((a, b) => a - b);
}

/** Such as 1:30 for PT90S. */
function running(duration) {
  const seconds = [...duration.matchAll(/(\d+)([DHMS])/g)]
      .reduce((sum, [, n, unit]) => sum + n * {D: 86400, H: 3600, M: 60, S: 1}[unit], 0);
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
  return clock.replace(/^00:0?/, "").replace(/^0/, "");
}

/** Shown while nothing is known yet, in about the size of what will come. */
export function skeleton() {
  return h("ol", {class: "bs-hits bs-skeleton", "aria-hidden": "true"}, Array.from({length: 5}, () =>
    h("li", {class: "bs-hit"}, h("div", {class: "bs-bone bs-bone-short"}), h("div", {class: "bs-bone bs-bone-title"}),
      h("div", {class: "bs-bone"}), h("div", {class: "bs-bone"}))));
}

/** Shown where there is no answer. */
export function troubleView(host, search, problem, retry) {
  const {texts} = host;
  const without = problem.parameter && search.get(problem.parameter) !== undefined
      ? search.with(problem.parameter) : null;
  return h("section", {class: "bs-trouble", role: "alert"},
      h("h2", {class: "bs-trouble-title"}, texts.text(`problem-${problem.kind}`)),
      h("p", {class: "bs-trouble-text", dir: "auto"}, problem.expected
        ? texts.text("problem-value", {value: problem.value, name: problem.parameter, expected: problem.expected})
        : problem.detail || texts.text(`problem-${problem.kind}-text`)),
      h("ul", {class: "bs-ways"},
        problem.kind === "refused"
            ? [without && h("li", {}, host.link(without, "retry", {},
                texts.text("search-without", {name: problem.parameter}))),
              h("li", {}, host.link(Search.all, "retry", {}, texts.text("see-latest")))]
            : h("li", {}, h("button", {class: "bs-button", type: "button", click: retry}, texts.text("retry")))));
}
