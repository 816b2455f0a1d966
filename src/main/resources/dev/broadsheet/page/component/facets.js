// What a search can be narrowed by: values with counts, of which several can be chosen.

import {focusedKey, h, hidden, keyed} from "./dom.js";

/** As many as a visitor would read. */
const MORE = 50;

/** As many as fit into an address. */
const MOST_NAMED = 20;

const FIND_PAUSE_MS = 120;

/** The names of the texts that call the facets. */
const TITLES = {topic: "topics", provider: "outlets", category: "sections", type: "form", kind: "kind",
  published: "published", tag: "tags"};

/** The facets of an element, and in which of them a visitor looks for more values. */
export class Facets {
  #host;
  /** By name of the facet: what was typed there, what was found last, and what is being asked. */
  #opened = new Map();

  constructor(host) {
    this.#host = host;
  }

  /** All but those that leave nothing to choose. */
  views(search, facets, size) {
    return Object.entries(facets)
        .filter(([name, values]) => name in TITLES && !this.#host.endpoint.fixes(name)
            && (values.length > 1 || values.some(value => value.selected) || this.#opened.has(name)))
        .map(([name, values]) => this.#view(search, name, values, size));
  }

  #view(search, name, values, size) {
    const title = this.#host.texts.text(TITLES[name]);
    const view = h("nav", {class: "bs-facet", "aria-labelledby": `bs-facet-${name}`},
        h("h3", {class: "bs-facet-title", id: `bs-facet-${name}`}, title));
    if (this.#opened.has(name)) {
      view.append(...this.#finder(search, name, title, values));
    } else {
      view.append(this.#list(search, name, values));
      if (values.length >= (Number(search.get("facet.size")) || size)) {
        view.append(this.#more(search, name, title, values, view));
      }
    }
    return view;
  }

  #list(search, name, values) {
    return h("ul", {class: "bs-values"}, values.map(value => this.#value(search, name, value)));
  }

  #value(search, name, {value, label = value, count}) {
    const {texts} = this.#host;
    const isChosen = search.all(name).some(given =>
        [value.toLowerCase(), label.toLowerCase()].includes(given.trim().toLowerCase()));
    return h("li", {}, this.#host.link(search.toggled(name, value, label), "facet",
        {class: "bs-value", "aria-current": isChosen ? "true" : null, rel: "nofollow",
          "data-key": `${name} ${value}`},
        h("span", {class: "bs-check", "aria-hidden": "true"}),
        h("span", {class: "bs-value-name", dir: "auto"}, label), " ",
        h("span", {class: "bs-count"}, texts.number(count))));
  }

  #more(search, name, title, values, view) {
    const {texts} = this.#host;
    return h("button", {class: "bs-more", type: "button", "data-key": `${name} more`, click: () => {
      this.#opened.set(name, {text: "", values: null, asking: new AbortController()});
      view.replaceChildren(view.firstChild, ...this.#finder(search, name, title, values));
      view.querySelector("input").focus();
    }}, texts.text("more"), hidden(` ${texts.text("more-of", {facet: title})}`));
  }

  /** A field to look for values, and those that it finds. */
  #finder(search, name, title, values) {
    const {texts} = this.#host;
    const opened = this.#opened.get(name);
    const list = h("div", {class: "bs-values-found"}, this.#list(search, name, opened.values ?? values));
    const find = async () => {
      opened.asking.abort();
      opened.asking = new AbortController();
      try {
        opened.values = await this.#find(search, name, opened.text, opened.asking.signal);
        const key = focusedKey(list);
        list.replaceChildren(opened.values.length > 0 ? this.#list(search, name, opened.values)
            : h("p", {class: "bs-none"}, texts.text("none-such")));
        keyed(list, key)?.focus();
      } catch {
        // What is shown stays, or another question is asked already.
      }
    };
    let timer;
    const input = h("input", {class: "bs-find", type: "search", autocomplete: "off", dir: "auto",
      "aria-label": texts.text("find-in", {facet: title}), placeholder: texts.text("find-in", {facet: title}),
      "data-key": `${name} find`, value: opened.text, input: () => {
        opened.text = input.value.trim();
        clearTimeout(timer);
        timer = setTimeout(find, FIND_PAUSE_MS);
      }});
    find();
    return [input, list];
  }

  /**
   * The values with a word that begins so. Their names are one question; how often they are in what was
   * found is another, in which all of them are chosen, as chosen ones are always counted.
   */
  async #find(search, name, text, signal) {
    const {endpoint} = this.#host;
    const count = async (counted, size) => {
      const asked = [...this.#host.parameters(counted), ["facets", name], ["facet.size", size], ["size", 0]];
      const answer = await endpoint.ask("search", asked, signal);
      return answer.facets?.[name] ?? [];
    };
    if (text === "") {
      return count(search.with("facet.size").with("size"), MORE);
    }
    const others = search.with(name).narrowing;
    const named = await endpoint.ask(`facets/${name}`, [["q", text], ...others, ["size", MOST_NAMED]], signal);
    const names = named.values.map(({value}) => value);
    const counts = names.length === 0 ? []
        : await count(search.with("facet.size").with("size").with(name, ...names), names.length);
    return counts.filter(({value, count}) => count > 0 && names.includes(value));
  }
}
