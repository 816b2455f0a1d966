// What a visitor looked for lately: kept by the browser, for the page's site alone.

const MOST = 8;

/** Where a browser refuses to keep anything, there are none. */
export class Recent {
  #key;
  #isKept;

  /** Those of a server; none, where nothing is to be kept. */
  constructor(server, isKept) {
    this.#key = `broadsheet-recent ${server}`;
    this.#isKept = isKept;
  }

  /** The words, latest first. */
  list() {
    try {
      if (!this.#isKept) {
        return [];
      }
      const kept = JSON.parse(localStorage.getItem(this.#key));
      return Array.isArray(kept) ? kept.filter(words => typeof words === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  add(words) {
    if (this.#isKept && words !== "") {
      this.#keep([words, ...this.#without(words)]);
    }
  }

  remove(words) {
    this.#keep(this.#without(words));
  }

  clear() {
    this.#keep([]);
  }

  #without(words) {
    return this.list().filter(kept => kept.toLowerCase() !== words.toLowerCase());
  }

  #keep(list) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(list.slice(0, MOST)));
    } catch {
      // Refused, or full: a search works without.
    }
  }
}
