// The box for words, with what can be chosen while typing: the ARIA combobox pattern, with a list that
// completes nothing by itself. Options are links, so that they can be opened in a new tab.

import {h, isPlainClick, marked, outletOf, webAddress} from "./dom.js";

/** Who types faster than this is asked for when pausing. */
const PAUSE_MS = 120;

/** For how long suggestions wait for the articles beside them, so that the list doesn't jump. */
const GRACE_MS = 60;

const SUGGESTIONS = 9;
const HITS = 4;
const MOST_RECENT_BESIDE = 3;

/** The kinds of suggestions, in order, with the names of their texts. */
const KINDS = [["query", "queries"], ["topic", "topics"], ["provider", "outlets"], ["title", "headlines"]];

/** The box of an element. */
export class Box {
  /** To be shown: a form. */
  element;

  #host;
  #input;
  #popup;
  #listbox;
  #note;
  #clear;
  #options = [];
  #active = -1;
  #timer;
  #askedAt = 0;
  #quietUntil = 0;
  #asking = new AbortController();

  /** @param host the element: its texts, endpoint, recent searches, and what is done with a choice */
  constructor(host) {
    this.#host = host;
    const {texts} = host;
    this.#input = h("input", {
      class: "bs-input", id: "bs-q", type: "text", name: "q", role: "combobox", inputmode: "search",
      enterkeyhint: "search", placeholder: texts.text("placeholder"), maxlength: 1000, dir: "auto",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": "bs-listbox",
      input: () => this.#typed(), keydown: event => this.#pressed(event), click: () => this.#opened(),
    });
    this.#listbox = h("div", {class: "bs-listbox", id: "bs-listbox", role: "listbox", tabindex: "-1",
      "aria-label": texts.text("label")});
    this.#note = h("p", {class: "bs-popup-note", hidden: true});
    this.#clear = h("button", {class: "bs-clear-recent", type: "button", hidden: true,
      click: () => this.#cleared()}, texts.text("clear-recent"));
    this.#popup = h("div", {class: "bs-popup", hidden: true,
      // The focus stays in the box.
      pointerdown: event => event.preventDefault(), mousedown: event => event.preventDefault()},
      this.#listbox, this.#note, this.#clear);
    this.element = h("form", {class: "bs-form bs-box", role: "search",
      submit: event => this.#submitted(event), focusout: event => this.#left(event)},
      h("label", {class: "bs-hidden", for: "bs-q"}, texts.text("label")),
      this.#input, this.#popup, h("button", {class: "bs-button", type: "submit"}, texts.text("search")));
  }

  get input() {
    return this.#input;
  }

  get words() {
    return this.#input.value.trim();
  }

  set words(words) {
    if (this.words !== words) {
      this.#input.value = words;
    }
  }

  /** Forgets what it asked for, and shows nothing more. */
  close() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#popup.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  get #isOpen() {
    return !this.#popup.hidden;
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#activate(-1);
    const isFast = performance.now() - this.#askedAt < PAUSE_MS;
    this.#timer = setTimeout(() => this.#ask(), isFast ? PAUSE_MS : 0);
  }

  #opened() {
    if (!this.#isOpen) {
      this.#ask();
    }
  }

  #submitted(event) {
    event.preventDefault();
    this.close();
    this.#host.search(this.#host.current.with("q", this.words), "typed");
  }

  #left(event) {
    if (event.relatedTarget !== this.#input && !this.#popup.contains(event.relatedTarget)) {
      this.close();
    }
  }

  #cleared() {
    this.#host.recent.clear();
    this.#input.focus();
    this.#ask();
  }

  #pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    const isHandled = this.#isOpen ? this.#pressedOpen(event) : this.#pressedClosed(event);
    if (isHandled) {
      event.preventDefault();
    }
  }

  #pressedClosed({key}) {
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        this.#ask();
        return true;
      case "Escape": {
        const hadWords = this.#input.value !== "";
        this.#input.value = "";
        return hadWords;
      }
      default:
        return false;
    }
  }

  #pressedOpen({key, altKey}) {
    const hasActive = this.#active >= 0;
    switch (key) {
      case "ArrowDown":
        this.#activate(this.#active + 1 === this.#options.length ? -1 : this.#active + 1);
        return true;
      case "ArrowUp":
        if (altKey) {
          this.close();
        } else {
          this.#activate(hasActive ? this.#active - 1 : this.#options.length - 1);
        }
        return true;
      case "Home":
      case "End":
        if (hasActive) {
          this.#activate(key === "Home" ? 0 : this.#options.length - 1);
        }
        return hasActive;
      case "Enter":
        if (hasActive) {
          this.#options[this.#active].click();
        }
        return hasActive;
      case "Delete":
        return hasActive && this.#forget(this.#options[this.#active]);
      case "Escape":
        this.close();
        return true;
      default:
        return false;
    }
  }

  #activate(index) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#options[index];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({block: "nearest"});
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  /** Asks for what goes with the words; of several questions only the last one is answered. */
  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    const {words} = this;
    if (words === "" || performance.now() < this.#quietUntil) {
      this.#show({recent: this.#recent(words)});
      return;
    }
    this.#askedAt = performance.now();
    const found = {recent: this.#recent(words).slice(0, MOST_RECENT_BESIDE)};
    const both = this.#questions(words, found, signal);
    const answered = Promise.allSettled(both);
    const suggested = both[0].catch(() => answered).then(() => new Promise(done => setTimeout(done, GRACE_MS)));
    await Promise.race([answered, suggested]);
    if (!signal.aborted) {
      this.#show(found);
    }
    const outcomes = await answered;
    if (!signal.aborted) {
      this.#show(found, outcomes.map(outcome => outcome.reason).find(reason => reason));
    }
  }

  #questions(words, found, signal) {
    const {endpoint, current} = this.#host;
    const asked = [["q", words], ...current.narrowing];
    return [
      endpoint.ask("suggest", [...asked, ["size", SUGGESTIONS]], signal)
          .then(suggestions => (found.suggestions = suggestions)),
      endpoint.ask("search", [...asked, ["prefix", "true"], ["size", HITS], ["facets", "none"]], signal)
          .then(answer => (found.hits = answer.hits)),
    ];
  }

  #recent(words) {
    const begin = words.toLowerCase();
    return this.#host.recent.list()
        .filter(kept => kept.toLowerCase().startsWith(begin) && kept.toLowerCase() !== begin);
  }

  #show({recent, suggestions = [], hits = []}, problem) {
    const {texts} = this.#host;
    const active = this.#options[this.#active]?.href;
    const ids = new Set(hits.map(hit => hit.id));
    const groups = [
      this.#group("recent", recent.map(words => this.#recentOption(words))),
      ...KINDS.map(([kind, name]) => this.#group(name, suggestions
          .filter(suggestion => suggestion.kind === kind && !ids.has(suggestion.id))
          .map(suggestion => this.#suggestionOption(suggestion)))),
    ];
    groups.splice(-1, 0, this.#group("found", hits.map(hit => this.#hitOption(hit)).filter(Boolean)));
    this.#listbox.replaceChildren(...groups.filter(Boolean));
    this.#options = [...this.#listbox.querySelectorAll("[role=option]")];
    this.#options.forEach((option, i) => (option.id = `bs-option-${i}`));
    this.#activate(this.#options.findIndex(option => option.href === active));
    this.#tell(problem);
    this.#clear.hidden = this.words !== "" || recent.length === 0;
    this.#listbox.hidden = this.#options.length === 0;
    this.#popup.hidden = this.#listbox.hidden && this.#note.hidden;
    this.#input.setAttribute("aria-expanded", String(!this.#popup.hidden));
    if (this.words !== "" && !problem) {
      const n = this.#options.length;
      this.#host.announce(n === 0 ? texts.text("no-suggestions") : texts.counted("suggestions", n));
    }
  }

  /** Says that there are no suggestions just now; what there is of them is shown all the same. */
  #tell(problem) {
    if (problem?.kind === "busy") {
      this.#quietUntil = performance.now() + problem.retryAfter * 1000;
    }
    const text = problem ? this.#host.texts.text("suggestions-fail") : "";
    this.#note.textContent = text;
    this.#note.hidden = text === "";
    if (text !== "") {
      this.#host.announce(text);
    }
  }

  #group(name, options) {
    const label = this.#host.texts.text(name);
    return options.length === 0 ? null
        : h("div", {class: "bs-group", role: "group", "aria-label": label},
            h("div", {class: "bs-group-label", "aria-hidden": "true"}, label), options);
  }

  #recentOption(words) {
    const search = this.#host.current.with("q", words);
    const option = this.#searchOption("recent", search, {text: words},
        h("span", {class: "bs-option-text", dir: "auto"}, words),
        h("span", {class: "bs-hidden"}, `. ${this.#host.texts.text("remove-recent")}`),
        h("span", {class: "bs-forget", "aria-hidden": "true", click: event => {
          event.preventDefault();
          this.#forget(option);
        }}, h("span", {class: "bs-cross"})));
    option.dataset.recent = words;
    return option;
  }

  #forget(option) {
    if (option.dataset.recent === undefined) {
      return false;
    }
    this.#host.recent.remove(option.dataset.recent);
    this.#ask();
    return true;
  }

  #suggestionOption({kind, text, highlight, count, value}) {
    const {current, texts} = this.#host;
    const search = kind === "topic" || kind === "provider"
        ? current.with("q").with(kind, value ?? text)
        : current.with("q", text);
    return this.#searchOption(kind, search, {text, value},
        h("span", {class: "bs-option-text", dir: "auto"}, highlight ? marked(highlight) : text),
        kind === "title" ? null : h("span", {class: "bs-count"}, texts.number(count)));
  }

  #searchOption(kind, search, detail, ...children) {
    const url = this.#host.href(search);
    return this.#option(kind, url, event => {
      if (isPlainClick(event)) {
        event.preventDefault();
        if (this.#host.select({kind, url, ...detail})) {
          this.close();
          this.#host.search(search, kind);
        }
      }
    }, ...children);
  }

  #hitOption(hit) {
    const {texts} = this.#host;
    const url = webAddress(hit.sourceUrl);
    const byline = [outletOf(hit),
      hit.publishedDateTime && texts.day(new Date(hit.publishedDateTime), "UTC")].filter(Boolean);
    return url && this.#option("article", url, event => {
      if (!event.defaultPrevented && !this.#host.select({kind: "article", url, text: hit.title, id: hit.id, hit})) {
        event.preventDefault();
      }
    },
      h("span", {class: "bs-option-text", dir: "auto"},
        hit.highlights ? marked(hit.highlights.title) : hit.title),
      h("span", {class: "bs-option-byline", dir: "auto"}, byline.join(" · ")));
  }

  #option(kind, url, click, ...children) {
    return h("a", {class: `bs-option bs-option-${kind}`, role: "option", href: url, tabindex: "-1",
      "aria-selected": "false", click}, ...children);
  }
}
