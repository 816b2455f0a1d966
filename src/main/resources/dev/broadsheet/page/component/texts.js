// What is said to a visitor: each text can be replaced by an attribute of the element, text-… with its name.

/** In English; of two, the first counts one thing. {n} and the like stand for what is put in. */
const ENGLISH = {
  "label": "Search the news",
  "placeholder": "Search the news",
  "search": "Search",
  "recent": "Recent searches",
  "remove-recent": "Press Delete to remove it",
  "clear-recent": "Clear recent searches",
  "queries": "Searches",
  "topics": "Topics",
  "outlets": "Outlets",
  "headlines": "Headlines",
  "found": "Articles",
  "suggestions": ["{n} suggestion", "{n} suggestions"],
  "no-suggestions": "No suggestions",
  "suggestions-fail": "Suggestions are not available at the moment. Press Enter to search.",
  "slow": "This takes longer than usual …",
  "articles": ["{n} article", "{n} articles"],
  "stories": ["{n} story", "{n} stories"],
  "at-least": "At least {count}",
  "nothing": "Nothing found",
  "for-words": "{count} for {words}",
  "skip": "Skip to the results",
  "filters": "Filters",
  "filters-in-use": "Filters in use",
  "sections": "Sections",
  "form": "Form",
  "kind": "Kind",
  "published": "Published",
  "tags": "Tags",
  "date": "Date",
  "from": "From",
  "to": "To",
  "apply": "Apply",
  "apply-dates": "Apply dates",
  "all-dates": "All dates",
  "first-date": "First date",
  "last-date": "Last date",
  "bar": "{span}: {count}",
  "more": "More",
  "more-of": "More of {facet}",
  "find-in": "Find in {facet}",
  "none-such": "None",
  "follow": "Follow this search",
  "sort": "Sort by",
  "sort-relevance": "Relevance",
  "sort-date": "Newest",
  "sort--date": "Oldest",
  "sort-quality": "Quality",
  "sort-heat": "Most discussed",
  "show": "Show",
  "show-articles": "All articles",
  "show-stories": "Stories",
  "corrected": "Also showing results for {corrected}. Search only for {typed}.",
  "did-you-mean": "Did you mean {words}?",
  "relaxed-articles": "Few articles have all of these words. Those that have most of them follow.",
  "relaxed-stories": "Few stories have all of these words. Those that have most of them follow.",
  "remove": "Remove",
  "not": "not {value}",
  "since": "from {date}",
  "until": "to {date}",
  "quality-from": "quality from {n}",
  "quality-to": "quality to {n}",
  "clear": "Clear all",
  "nothing-filtered": "No article matches the words and all of the filters. Take one away above, or {clear}.",
  "clear-filters": "clear all filters",
  "nothing-spelled": "Check the spelling, use fewer or more general words, or {latest}.",
  "latest": "see the latest news",
  "nothing-behind": "This page lies behind the last one.",
  "nothing-yet": "There are no articles here yet.",
  "quality-high": "High quality",
  "quality-good": "Good quality",
  "by-meaning": "Found by meaning",
  "video": "Video, {length}",
  "more-outlets": ["{n} more outlet", "{n} more outlets"],
  "more-articles": ["{n} more article", "{n} more articles"],
  "and-more": "and {count}",
  "pages": "Pages",
  "page": "Page {n}",
  "previous": "Previous",
  "previous-page": "Previous page",
  "next": "Next",
  "next-page": "Next page",
  "retry": "Try again",
  "search-without": "Search without “{name}”",
  "see-latest": "See the latest news",
  "problem-refused": "This search can’t be made",
  "problem-refused-text": "Something in it is not understood.",
  "problem-value": "“{value}” can’t be read as “{name}”. Expected was {expected}.",
  "problem-busy": "The search is busy",
  "problem-busy-text": "The search could not answer in time. It is asked again in a moment.",
  "problem-offline": "The search can’t be reached",
  "problem-offline-text": "Check your connection, or try again in a moment.",
  "problem-failed": "Something went wrong",
  "problem-failed-text": "The search could not answer. Try again in a moment.",
};

/** The texts, numbers and dates of an element, in its language. */
export class Texts {
  #element;

  constructor(element) {
    this.#element = element;
  }

  /** As BCP 47 has it. Plain English gets the dates that the server's page shows. */
  get language() {
    const given = this.#element.closest("[lang]")?.lang || navigator.language;
    try {
      return given === "en" ? "en-GB" : Intl.getCanonicalLocales(given)[0] ?? "en-GB";
    } catch {
      return "en-GB";
    }
  }

  /** A text with values put in, as a string. */
  text(name, values = {}) {
    return this.nodes(name, values).join("");
  }

  /** A text with values put in, which may be nodes. */
  nodes(name, values) {
    return Texts.#filled(this.#given(name) ?? ENGLISH[name], values);
  }

  /** So many things. */
  counted(name, n) {
    const category = new Intl.PluralRules(this.language).select(n);
    const given = this.#given(`${name}-${category}`) ?? this.#given(`${name}-other`);
    return Texts.#filled(given ?? ENGLISH[name][n === 1 ? 0 : 1], {n: this.number(n)}).join("");
  }

  number(n) {
    return new Intl.NumberFormat(this.language).format(n);
  }

  /** Such as 3 Oct 2019. */
  day(date, timeZone) {
    return this.#date(date, {day: "numeric", month: "short", year: "numeric", timeZone});
  }

  /** With the time of day. */
  whole(date, timeZone) {
    return this.#date(date, {weekday: "long", day: "numeric", month: "long", year: "numeric",
      hour: "2-digit", minute: "2-digit", timeZoneName: "short", timeZone});
  }

  /** A year, a month or a day of ISO 8601, such as December 2019 for 2019-12. */
  span(iso) {
    const parts = {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"};
    if (iso.length < 10) delete parts.day;
    if (iso.length < 7) delete parts.month;
    return this.#date(new Date(iso), parts);
  }

  /** Such as 7 years ago, to the hour; empty for what is yet to come. */
  age(date, now = Date.now()) {
    const hours = Math.floor(now / 3.6e6) - Math.floor(date / 3.6e6);
    const days = Math.floor(now / 8.64e7) - Math.floor(date / 8.64e7);
    const [then, today] = [new Date(date), new Date(now)];
    const months = (today.getUTCFullYear() - then.getUTCFullYear()) * 12 + today.getUTCMonth() - then.getUTCMonth()
        - (today.getUTCDate() < then.getUTCDate() ? 1 : 0);
    const [n, unit] =
        hours < 24 ? [hours, "hour"]
        : days < 14 ? [days, "day"]
        : months < 2 ? [Math.floor(days / 7), "week"]
        : months < 24 ? [months, "month"]
        : [Math.floor(months / 12), "year"];
    return hours < 0 ? "" : new Intl.RelativeTimeFormat(this.language, {numeric: "auto"}).format(-n, unit);
  }

  #date(date, parts) {
    try {
      return new Intl.DateTimeFormat(this.language, parts).format(date);
    } catch {
      // A zone that the server knows and the browser doesn't.
      return new Intl.DateTimeFormat(this.language, {...parts, timeZone: "UTC"}).format(date);
    }
  }

  #given(name) {
    return this.#element.getAttribute(`text-${name}`);
  }

  static #filled(text, values) {
    return text.split(/\{([a-z]+)\}/).map((piece, i) => (i % 2 === 0 ? piece : values[piece] ?? "")).flat()
        .filter(piece => piece !== "");
  }
}
