// What is looked for: a value, with the parameters that the server's page has in its address.

export const FILTERS = ["topic", "provider", "category", "type", "kind", "published", "tag"];
const BOUNDS = ["from", "to", "quality.min", "quality.max"];
const NARROWING = [...FILTERS, ...FILTERS.map(name => `${name}.not`), ...BOUNDS];

/** On another site's page, its own parameters stand in the address besides. */
const NAMES = new Set([...NARROWING, "q", "tz", "sort", "group", "typos", "size", "page", "cursor",
  "facet.size", "date.interval"]);

/** What says where in the results one is. */
const PLACES = ["page", "cursor"];

/** A search. Each change gives another one. */
export class Search {
  #parameters;

  /** From what URLSearchParams takes. Blank values are as if they were not given. */
  constructor(parameters) {
    this.#parameters = [...new URLSearchParams(parameters)].filter(([, value]) => value.trim() !== "");
  }

  /** The part of an address that is a search. */
  static known(parameters) {
    return new Search([...new URLSearchParams(parameters)].filter(([name]) => NAMES.has(name)));
  }

  /** The part of an address that is not. */
  static others(parameters) {
    return [...new URLSearchParams(parameters)].filter(([name]) => !NAMES.has(name));
  }

  get words() {
    return this.get("q") ?? "";
  }

  get page() {
    return parseInt(this.get("page"), 10) || 1;
  }

  get size() {
    return parseInt(this.get("size"), 10) || 10;
  }

  /** Whether a story is one result, as it is unless something else is said. */
  get isFolded() {
    return (this.get("group") ?? "story") === "story";
  }

  get(name) {
    return this.all(name)[0];
  }

  all(name) {
    return this.#parameters.filter(([given]) => given === name).map(([, value]) => value);
  }

  /** With other values of a parameter, from the first page on; null takes it away. */
  with(name, ...values) {
    const kept = this.#parameters.filter(([given]) => given !== name && !PLACES.includes(given));
    return new Search([...kept, ...values.filter(value => value != null).map(value => [name, value])]);
  }

  /** With a value of a facet, or without it if it is there: by value or label, in any case. */
  toggled(name, value, label = value) {
    const names = [value.toLowerCase(), label.toLowerCase()];
    const rest = this.all(name).filter(given => !names.includes(given.toLowerCase()));
    return this.with(name, ...rest, ...(rest.length < this.all(name).length ? [] : [value]));
  }

  /** Everything that narrows it, as pairs of a parameter and a value. */
  get narrowing() {
    return this.#parameters.filter(([name]) => NARROWING.includes(name));
  }

  /** With nothing that narrows it. */
  get wide() {
    return new Search(this.#parameters.filter(([name]) => !NARROWING.includes(name) && !PLACES.includes(name)));
  }

  /** All there is. */
  static get all() {
    return new Search([]);
  }

  /** All parameters, as pairs. */
  get parameters() {
    return [...this.#parameters];
  }

  toString() {
    return new URLSearchParams(this.#parameters).toString();
  }
}
