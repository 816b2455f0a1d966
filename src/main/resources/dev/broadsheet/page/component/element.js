// <broadsheet-search>: a search box for any website, and all that is found.

import {Box} from "./box.js";
import {intervalOf} from "./dates.js";
import {focusedKey, h, isPlainClick, keyed} from "./dom.js";
import {Endpoint, Problem} from "./endpoint.js";
import {Facets} from "./facets.js";
import {Recent} from "./recent.js";
import {FACET_SIZE, Results, skeleton, troubleView} from "./results.js";
import {Search} from "./search.js";
import {Texts} from "./texts.js";

/** The server puts the style sheet here. */
const STYLES = "broadsheet.css";

/** What takes longer is told to be slow. */
const SLOW_MS = 4000;

/** So that what is said is the last of several things that happen while someone types. */
const ANNOUNCE_MS = 400;

/** How often a busy server is asked again without being told to. */
const MAX_RETRIES = 2;
const MAX_RETRY_S = 30;

/** For going back and forward without waiting. */
const ANSWERS_KEPT = 20;

let styles;

function styleSheet() {
  if (!styles) {
    styles = new CSSStyleSheet();
    styles.replaceSync(STYLES);
  }
  return styles;
}

/** docs/component.md says what it is for those who use it. */
class BroadsheetSearch extends HTMLElement {
  static observedAttributes = ["endpoint", "mode", "query", "filters", "results-url", "recent"];

  texts = new Texts(this);
  /** The server that is asked. */
  endpoint;
  recent;
  /** What is looked for. */
  current = new Search("");

  #box;
  #facets;
  #body;
  #status;
  #asking = new AbortController();
  #listening;
  #answers = new Map();
  #timers = {};
  #isShown = false;

  constructor() {
    super();
    const root = this.attachShadow({mode: "open"});
    root.adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    this.#listening = new AbortController();
    this.#start();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#asking.abort();
    this.#box.close();
    Object.values(this.#timers).forEach(clearTimeout);
    this.#listening = undefined;
  }

  attributeChangedCallback(name, before, after) {
    if (this.#listening && before !== after) {
      this.#listening.abort();
      this.#listening = new AbortController();
      this.#start();
    }
  }

  /** The field for words gets the focus. */
  focus(options) {
    (this.#box?.input ?? this.querySelector("input"))?.focus(options);
  }

  /** Whether results are shown, and not only the box. */
  get #hasResults() {
    return this.#isPage || this.getAttribute("mode") === "results";
  }

  /** Whether the address bar holds the search. */
  get #isPage() {
    return this.getAttribute("mode") === "page";
  }

  /** Whether this is the server's own page, all parameters of which are its. */
  get #isOwnPage() {
    return this.#isPage && (this.getAttribute("endpoint") ?? "") === "";
  }

  #start() {
    this.endpoint = new Endpoint(this.getAttribute("endpoint") ?? "", this.getAttribute("filters") ?? "");
    this.recent = new Recent(this.endpoint.address, this.getAttribute("recent") !== "off");
    this.current = this.#isPage ? this.#addressed() : new Search(this.getAttribute("query") ?? "");
    this.#box?.close();
    this.#box = new Box(this);
    this.#facets = new Facets(this);
    this.#answers.clear();
    this.#status = h("div", {class: "bs-hidden", role: "status"});
    this.#body = h("div", {class: "bs-body"});
    this.#box.words = this.current.words;
    this.#isShown = !this.#hasResults || this.childElementCount === 0;
    this.shadowRoot.replaceChildren(this.#status, this.#isShown ? this.#root() : h("slot"));
    if (this.#isPage) {
      this.#followAddress();
    }
    if (this.#hasResults) {
      this.#load();
    }
  }

  #root() {
    return h("div", {class: this.#hasResults ? "bs-root" : "bs-root bs-root-box"},
        this.#box.element, this.#hasResults ? this.#body : null);
  }

  // For the parts

  /** Where a search is shown as a page. */
  href(search) {
    const url = this.#isPage ? new URL(location.href)
        : new URL(this.getAttribute("results-url") ?? this.endpoint.address, document.baseURI);
    const own = this.#isOwnPage ? [] : Search.others(url.search);
    url.search = new URLSearchParams([...own, ...search.parameters]);
    url.hash = "";
    return url.href;
  }

  /** What the server is asked for a search, but for what is to be counted. */
  parameters(search) {
    return search.get("group") === undefined ? [...search.parameters, ["group", "story"]] : search.parameters;
  }

  /** A link to a search, which is shown here where results are shown. */
  link(search, source, attributes, ...children) {
    return h("a", {href: this.href(search), ...attributes, click: event => {
      if (isPlainClick(event)) {
        event.preventDefault();
        this.search(search, source);
      }
    }}, ...children);
  }

  /** Looks for something, unless a listener to the event has it otherwise. */
  search(search, source) {
    const url = this.href(search);
    const detail = {words: search.words, parameters: search.toString(), url, source};
    if (["typed", "query", "title", "recent"].includes(source)) {
      this.recent.add(search.words);
    }
    if (!this.#emit("broadsheet-search", detail)) {
      return;
    }
    if (!this.#hasResults) {
      location.assign(url);
      return;
    }
    if (this.#isPage && url !== location.href) {
      this.#keepPlace();
      history.pushState({}, "", url);
    }
    this.current = search;
    this.#box.words = search.words;
    this.#load(source);
  }

  /** Tells that something was chosen; answers whether it is to be done. */
  select(detail) {
    return this.#emit("broadsheet-select", detail);
  }

  /** Says something to who can't see it, when the visitor pauses. */
  announce(text) {
    clearTimeout(this.#timers.announce);
    this.#timers.announce = setTimeout(() => (this.#status.textContent = text), ANNOUNCE_MS);
  }

  #emit(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true, cancelable: true}));
  }

  // The address bar

  #addressed() {
    return this.#isOwnPage ? new Search(location.search) : Search.known(location.search);
  }

  /** The browser restores the place after a reload; within the page it is done here, when there is something. */
  #followAddress() {
    const {signal} = this.#listening;
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => (history.scrollRestoration = "auto"), {signal});
    addEventListener("pageshow", () => (history.scrollRestoration = "manual"), {signal});
    addEventListener("scroll", () => {
      clearTimeout(this.#timers.place);
      this.#timers.place = setTimeout(() => this.#keepPlace(), 200);
    }, {signal, passive: true});
    addEventListener("popstate", () => {
      clearTimeout(this.#timers.place);
      const search = this.#addressed();
      if (search.toString() !== this.current.toString()) {
        this.current = search;
        this.#box.close();
        this.#box.words = search.words;
        this.#load("history");
      }
    }, {signal});
  }

  #keepPlace() {
    history.replaceState({...history.state, broadsheetPlace: scrollY}, "");
  }

  // Answers

  async #load(source, tries = 0) {
    this.#asking.abort();
    this.#asking = new AbortController();
    clearTimeout(this.#timers.retry);
    const {signal} = this.#asking;
    const {current} = this;
    this.#busy(true);
    try {
      const answer = await this.#answer(current, source, signal);
      signal.throwIfAborted();
      this.#show(current, answer, source);
    } catch (problem) {
      if (!signal.aborted) {
        this.#fail(current, problem, source, tries);
      }
    }
    if (!signal.aborted) {
      this.#busy(false);
    }
  }

  async #answer(search, source, signal) {
    const key = search.toString();
    const kept = source === "history" ? this.#answers.get(key) : undefined;
    const answer = kept ?? await this.endpoint.ask("search", this.#question(search), signal);
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > ANSWERS_KEPT) {
      this.#answers.delete(this.#answers.keys().next().value);
    }
    return answer;
  }

  #question(search) {
    const unsaid = {"facet.size": FACET_SIZE, "date.interval": intervalOf(search)};
    const more = Object.entries(unsaid).filter(([name]) => search.get(name) === undefined);
    return [...this.parameters(search), ...more];
  }

  #show(search, answer, source) {
    const results = new Results(this, this.#facets, search, answer);
    const isFirst = !this.#isShown;
    const filters = (isFirst ? this : this.#body).querySelector(".bs-filters");
    const key = focusedKey(this.#body);
    this.#body.replaceChildren(...results.view(filters?.open ?? false));
    if (isFirst) {
      this.#takeOver();
    }
    if (source !== undefined) {
      this.#entitle(search, results);
      this.announce(results.summary().join(""));
    }
    this.#place(source, key);
  }

  /** Shows what is made here in place of what the server made; who types already goes on typing. */
  #takeOver() {
    const given = this.querySelector("input[name=q]");
    const isTyping = given !== null && given === document.activeElement;
    const selected = [given?.selectionStart, given?.selectionEnd];
    this.#isShown = true;
    this.shadowRoot.querySelector("slot").replaceWith(this.#root());
    if (isTyping) {
      this.#box.input.value = given.value;
      this.#box.input.focus({preventScroll: true});
      this.#box.input.setSelectionRange(...selected);
    }
  }

  /** Keeps the focus where it was, or puts it where what is new begins. */
  #place(source, key) {
    const results = this.shadowRoot.getElementById("bs-results");
    if (source === "page") {
      results.focus({preventScroll: true});
      results.scrollIntoView({block: "start"});
    } else if (key !== undefined) {
      (keyed(this.#body, key) ?? results).focus({preventScroll: true});
    }
    const place = history.state?.broadsheetPlace;
    if (source === "history") {
      scrollTo(0, place ?? 0);
    } else if (source === undefined && place !== undefined && this.#isPage && this.childElementCount === 0) {
      // After a reload, when the browser had nothing to scroll.
      scrollTo(0, place);
    }
  }

  #entitle(search, results) {
    const site = this.getAttribute("site-name");
    if (this.#isPage && site !== null) {
      const subject = results.subject;
      document.title = subject === "" ? site : `${subject} – ${site}`;
    }
  }

  /** What was shown stays, greyed, so that nothing jumps; where there was nothing, its outline is shown. */
  #busy(isBusy) {
    clearTimeout(this.#timers.slow);
    this.#body.setAttribute("aria-busy", String(isBusy));
    this.#body.querySelector(".bs-slow")?.remove();
    if (isBusy) {
      if (this.#body.childElementCount === 0) {
        this.#body.append(skeleton());
      }
      this.#timers.slow = setTimeout(() => {
        this.#body.prepend(h("p", {class: "bs-slow"}, this.texts.text("slow")));
        this.announce(this.texts.text("slow"));
      }, SLOW_MS);
    }
  }

  /** Says why there is nothing. What the server made stays: it says as much. */
  #fail(search, problem, source, tries) {
    if (!(problem instanceof Problem)) {
      reportError(problem);
    }
    if (!this.#isShown) {
      return;
    }
    const retry = () => this.#load(source, MAX_RETRIES);
    const known = problem instanceof Problem ? problem : new Problem("failed");
    const key = focusedKey(this.#body);
    this.#body.replaceChildren(troubleView(this, search, known, retry));
    if (key !== undefined) {
      this.#body.querySelector("button, a").focus({preventScroll: true});
    }
    if (known.kind === "busy" && tries < MAX_RETRIES && known.retryAfter <= MAX_RETRY_S) {
      // Not all of those who were turned away come again at the same moment.
      const wait = (known.retryAfter + Math.random()) * 1000;
      this.#timers.retry = setTimeout(() => this.#load(source, tries + 1), wait);
    }
  }
}

if ("adoptedStyleSheets" in Document.prototype && !customElements.get("broadsheet-search")) {
  customElements.define("broadsheet-search", BroadsheetSearch);
}
